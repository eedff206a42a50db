import { h } from './dom'
import { choice } from './sheet'
import type { Phone } from './phone'

/** A telephone call from a phone: 拨打, and somebody answers or does not. */
export function dial(phone: Phone, number: string, ended: (answered: boolean) => void): void {
  const end = (answered: boolean) => () => {
    phone.sheets.done()
    ended(answered)
  }
  const dialled = h('p', { class: 'number' }, number || '社区')
  phone.sheets.lay('打电话', [dialled, choice('接通', '', end(true), 'main'), choice('没人接', '', end(false))], () =>
    ended(false),
  )
}

/** A telephone call to a phone: it rings until it is answered or not. */
export function ring(phone: Phone, from: string, why: string, answered: () => void): void {
  const pick = () => {
    phone.sheets.done()
    answered()
  }
  const caller = h('p', { class: 'number' }, from)
  const more = h('p', { class: 'said' }, why)
  phone.sheets.lay(
    '来电',
    [caller, more, choice('接听', '', pick, 'main'), choice('先不接', '', phone.sheets.close)],
    undefined,
    'ringing',
  )
}
