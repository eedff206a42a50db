/** 服务通知: one subscription message, as WeChat showed it or refused it. Moments are epoch ms on the product's clock. */
export interface SentNotice {
  openid: string
  template: string
  page: string
  /** The template's fields as sent: `{ thing1: { value } }`. */
  data: Record<string, { value: string }>
  at: number
  /** WeChat's errcode: 0 delivered, 43101 no grant left, 47003 a field is wrong. */
  errcode: number
}

/** 动态消息: a card in a group whose line changes after it was shared. */
export interface Activity {
  until: number
  /** 0 members are joining, 1 begun. */
  state: 0 | 1
  /** `member_count`, `room_limit`, `path`, `version_type`, as they were last set. */
  parameters: Record<string, string>
}

/** 内容安全: what WeChat makes of a text, a picture or a recording. */
export type Verdict = 'pass' | 'review' | 'risky'

/** A picture or a recording that WeChat is looking at. */
export interface MediaCheck {
  openid: string
  /** When its result comes. */
  dueAt: number
  /** `unreadable` when it could not be fetched. */
  verdict: Verdict | 'unreadable'
}

/** Something that WeChat was asked, beside notices. `openid` is whom it is about; empty when nobody is. */
export type Asked = { at: number; openid: string } & (
  | { what: 'text'; verdict: Verdict }
  /** First without a verdict; when the result has come, with it, and with the function that heard it, if one did. */
  | { what: 'media'; traceId: string; verdict?: MediaCheck['verdict']; heardBy?: string }
  | { what: 'activity'; id: string; state: 0 | 1; parameters: Record<string, string> }
  | { what: 'phone'; errcode: number }
  | { what: 'group'; group: string }
  | { what: 'risk'; rank: number }
)
