import type { Clock } from '../clock'
import type { Seal } from '../seal'
import type { Storage } from '../storage/storage'
import type { WeChat } from './wechat'

/** What an API answers: JSON, or bytes. */
export type ApiAnswer = Record<string, unknown> | { body: Buffer; contentType: string }

/** What there is around an API. */
export interface World {
  wechat: WeChat
  clock: Clock
  storage: Storage
  seal: Seal
}

/** One 云调用: its parameters as WeChat names them (snake case). */
export type Api = (
  parameters: Readonly<Record<string, unknown>>,
  world: World,
  /** On whose behalf the calling function runs; null for a timer. */
  caller: string | null,
) => ApiAnswer | Promise<ApiAnswer>

/** WeChat's own codes for calls that never reach an API. */
export const systemErrors = { unknownApi: -604100, notPermitted: -604101, timedOut: -604102 } as const

/** A parameter as text: what is none is as good as missing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A person of this mini-program, as far as one can see: an openid is plain characters, never a list or an object. */
export function openidIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w:@.#-]{1,128}$/.test(value) ? value : undefined
}
