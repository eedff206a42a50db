import { isKeyOf } from '@domain/key'
import { trades } from '@domain/person'
import { bodies, type Claim, type FieldName } from '@domain/roster/claim'
import { standings } from '@domain/roster/worker'
import type { Tone } from '@/components/Tag'

/** 外卖, 快递 …; a newer one as it is written. */
export const tradeWord = (trade: string): string => (isKeyOf(trades, trade) ? trades[trade] : trade)

/** A value as people read it. */
export const valueWord = (field: FieldName, value: string): string => (field === 'trade' ? tradeWord(value) : value)

export const bodyWord = (body: string): string => (isKeyOf(bodies, body) ? bodies[body] : body)

export const standingWord = (state: string): string => (isKeyOf(standings, state) ? standings[state] : '')

/** 登记着 is the rule and says nothing. */
export function standingTone(state: string): Tone | undefined {
  if (state === 'confirmed') return 'done'
  if (state === 'denied') return 'stuck'
  return state === 'left' ? 'plain' : undefined
}

/** What became of what was said. */
export function asideWord({ aside }: Claim): string {
  if (aside === 'no') return '没采用'
  return aside === 'later' ? '等对账' : ''
}
