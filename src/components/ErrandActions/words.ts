import { arrivedWords, endsElsewhere } from '@domain/errand/arrived'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import type { Action } from './action'

/** What a button reads on this errand: one that names somebody names him, and what ends elsewhere is not received. */
export function wordsOf({ asks, label, side, verb }: Action, errand: Errand, best?: RiderCard): string {
  const { riderName } = errand
  if (verb === 'deliver') return arrivedWords(errand)
  if (verb === 'confirm' && side === 'family' && endsElsewhere(errand)) return '知道了，谢谢'
  if (asks === 'best' && best) return `派给${best.name}`
  return asks === 'dial' && riderName ? `打电话给${riderName}` : label
}
