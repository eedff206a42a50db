import type { SentNotice } from '../cloud/index'

/** A 服务通知 as the stage shows it: to whom, what it said, and whether WeChat delivered it. */
export interface ShownNotice {
  openid: string
  /** Epoch ms of the product's clock. */
  at: number
  words: string
  page: string
  delivered: boolean
  /** WeChat's own code when it took the message for wrong, which no grant would have helped. */
  wrong?: number
}

/** Reads a sent notice; its words are the template's first field, as WeChat would print them. */
export function noticeOf({ openid, at, page, data, errcode }: SentNotice): ShownNotice {
  const words = Object.entries(data).filter(([field]) => field.startsWith('thing') || field.startsWith('phrase'))
  const said = { openid, at, page, words: words.map(([, { value }]) => value).join(' · '), delivered: errcode === 0 }
  return errcode === 0 || errcode === 43101 ? said : { ...said, wrong: errcode }
}
