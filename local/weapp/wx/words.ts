/** How the phone's network is. */
export type Network = 'good' | 'weak' | 'none'

/**
 * Why WeChat gives nothing: the person said no to this (`refused`) or to the number (`denied`); closed the privacy text in the merged
 * dialog (`unread`), in its own (`privacy`); the operator has not declared it; the phone itself gives nothing (`off`); all messages are
 * switched off; the person turned back (`left`); nobody tapped, where WeChat asks in a tap alone (`untapped`).
 */
export type No = 'refused' | 'denied' | 'unread' | 'privacy' | 'undeclared' | 'off' | 'messages' | 'left' | 'untapped'

/** A refusal in WeChat's words: what stands behind `name:fail`, with its number where it has one. */
export interface Refusal {
  fail: string
  errno?: number
  errCode?: number
}

/** Each in WeChat's words. Source: its pages on the privacy text, getLocation and requestSubscribeMessage. */
export const refusals: Record<No, Refusal> = {
  refused: { fail: 'auth deny' },
  denied: { fail: 'user deny' },
  unread: { fail: 'privacy permission is not authorized', errno: 103 },
  privacy: { fail: 'privacy permission is not authorized', errno: 104 },
  undeclared: { fail: 'api scope is not declared in the privacy agreement', errno: 112 },
  off: { fail: 'system error' },
  messages: { fail: 'The main switch is switched off', errCode: 20004 },
  left: { fail: 'cancel' },
  untapped: { fail: 'can only be invoked by user TAP gesture.' },
}

/** True for what was thrown as a refusal. */
export const isRefusal = (fault: unknown): fault is Refusal =>
  typeof fault === 'object' && fault !== null && 'fail' in fault && typeof fault.fail === 'string'
