/** What goes to a function: one row's verb and input, the key of a write, the `rev` of the person this phone knows, and the role he acts in. */
export interface Event {
  verb: string
  input: unknown
  key?: string
  me?: string
  as?: string
  /** The CloudID of the group this phone came from (wechat.groupEntry); the transport hands it over as WeChat wants it. */
  group?: string
}

/** Brings an event to the cloud function of an area, and its reply back, unread. @throws OFFLINE, TIMED_OUT, TOO_BIG, BROKEN */
export type Transport = (area: string, event: Event) => Promise<unknown>
