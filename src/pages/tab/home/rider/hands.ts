import { errand } from '@domain/errand'
import { isLater } from '@domain/errand/hands'
import { owes } from '@domain/errand/money'
import { mayHaveBought } from '@domain/errand/owing'
import { isRide } from '@domain/errand/backup'
import type { Errand } from '@domain/errand/record'
import { phrase, spelled } from '@domain/line'
import { may } from '@domain/operation'
import { quietOf, quietWords, type Resting } from '@domain/person'
import type { Me } from '@domain/role'
import { atWords } from '@domain/time'

/** What a rider has to do with: in his hands, agreed on for another day, asked of him by name, open to whoever passes, and delivered but not closed. */
export interface Hands {
  inHand: Errand[]
  /** 约好的: agreed on, for another day. */
  ahead: Errand[]
  asked: Errand[]
  pool: Errand[]
  /** 备着的: rides he stands by for, or is asked to. */
  standingBy: Errand[]
  settling: Errand[]
  /** 没算清的账: brought, or called off when it may have been bought, and the money not settled yet. */
  owed: Errand[]
}

const byNeed = (a: Errand, b: Errand): number => (a.when?.until ?? 0) - (b.when?.until ?? 0) || a.id.localeCompare(b.id)

/** Sorts what `offers` answered by what this person may do with it. */
export function handsOf(errands: readonly Errand[], me: Me, now: number): Hands {
  const sorted = [...errands].sort(byNeed)
  const offered = sorted.filter(one => may(errand.accept, me, one))
  const carried = sorted.filter(one => may(errand.deliver, me, one))
  const owed = sorted.filter(one => one.my.includes('rider') && (owes(one) || mayHaveBought(one, now)))
  return {
    inHand: carried.filter(one => !isLater(one, now)),
    ahead: carried.filter(one => isLater(one, now)),
    asked: offered.filter(one => one.offer?.to === 'rider'),
    pool: offered.filter(one => one.offer?.to !== 'rider'),
    standingBy: sorted.filter(one => one.my.includes('backup') && !one.my.includes('rider')),
    settling: sorted.filter(one => one.my.includes('rider') && !carried.includes(one) && !owed.includes(one)),
    owed,
  }
}

/** `最晚 11:00`; another day is named. Who drives somebody is there when it begins: `明天 07:30 要到`. */
export function latestWords(one: Errand, now: number): string {
  if (!one.when) return ''
  return isRide(one) ? `${atWords(one.when.from, now)} 要到` : `最晚 ${atWords(one.when.until, now)}`
}

/** `11-13、17-19 点是您的送餐高峰，不打扰您`, or his own hours; nothing for whoever has none. */
export function restWords(me: Resting): string | undefined {
  const hours = quietOf(me)
  if (hours.length === 0) return undefined
  const isTrade = me.quiet === undefined || me.quiet === 'trade'
  return `${phrase(spelled(quietWords(hours)))}${isTrade ? '是您的送餐高峰，不打扰您' : '不打扰您'}`
}
