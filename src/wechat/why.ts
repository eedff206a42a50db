import { Failure } from '@domain/failure'
import type { Why } from './face'

/** What is said when WeChat gave no location, camera, number: what happened and what to do now, without blame. */
export function whyWords(why: Why, what: string): string {
  const words: Record<Why, string> = {
    refused: `没有打开${what}，也没关系`,
    privacy: `没同意隐私说明，${what}没有用，也没关系`,
    soon: '刚才没同意，过十秒再点，微信会再问您',
    undeclared: `这里还用不了${what}，先用别的办法`,
    off: `手机没给出${what}，也没关系`,
    left: '',
  }
  return words[why]
}

/** The same as a failure of the tap: NOT_ALLOWED where WeChat's own settings take it back, else NOT_GIVEN. */
export const notGiven = (why: Why, what: string): Failure =>
  new Failure(why === 'refused' ? 'NOT_ALLOWED' : 'NOT_GIVEN', { why: whyWords(why, what) })
