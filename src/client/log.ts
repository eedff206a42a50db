import Taro from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { wechat } from '@/wechat'

/** Where in our own files something happened: never what was said there, which may be somebody's name. */
const position = /(?:[\w-]+\/)*[\w.-]{1,60}\.js:\d{1,7}(?::\d{1,7})?/g
const kind = /\b[A-Z][A-Za-z]{0,40}Error\b/
const ours = /^\/?pages\/[a-z]+(?:\/[a-z]+){1,2}$/

/** The page on top, without what it was opened with. */
function pageHere(): string {
  try {
    const route = (Taro.getCurrentPages().at(-1)?.route ?? '').split('?')[0] ?? ''
    return ours.test(route) ? route : ''
  } catch {
    // Before the first page there is none to ask.
    return ''
  }
}

function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return `${fault.name} ${fault.stack ?? ''}`
}

/**
 * Tells who keeps the product running that something broke: the kind of error, where in our files, on which page, in which operation. No
 * message of an error and no input goes along, because names, addresses and telephone numbers can stand in them.
 */
export function logFault(about: string, fault: unknown): void {
  const words = wordsOf(fault)
  wechat.log({
    about,
    code: fault instanceof Failure ? fault.code : (kind.exec(words)?.[0] ?? 'unknown'),
    at: (words.match(position) ?? []).slice(0, 4).join(' '),
    page: pageHere(),
  })
}
