import { clockOf } from '../time'
import { isRide } from './backup'
import { kinds, type Errand, type Kind } from './record'
import type { Side } from './side'

/** 爸爸的午饭 to the family, 爷爷家的接送 of an examinee, 送饭 · 王大爷 to the desk and the rider who has it, 送饭 to everyone else. */
export function titleOf(errand: Errand, side: Side): string {
  const kind = kinds[errand.kind as Kind] ?? kinds.other
  const whose = errand.calls ?? errand.elder ?? '家里'
  // It is not the elder who is examined.
  if (side === 'family' && isRide(errand)) return `${whose}家的${kind.noun}`
  if (side === 'family') return `${whose}的${mealNoun(errand) ?? kind.noun}`
  return errand.elder ? `${kind.name}\u00a0· ${errand.elder}` : kind.name
}

function mealNoun(errand: Errand): string | undefined {
  if (errand.kind !== 'meal' || !errand.when) return undefined
  const hour = Number(clockOf(errand.when.from).slice(0, 2))
  return hour < 9 ? '早饭' : hour < 15 ? '午饭' : '晚饭'
}
