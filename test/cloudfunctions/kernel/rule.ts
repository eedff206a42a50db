import { type Operation } from '@domain/operation'
import type { Somebody } from './everyone'
import { rolesOf } from './everyone'

/** What a row is done to. */
export interface Target {
  /** Absent for what concerns the person himself. */
  communityId?: string
  /** The compound it is of, or `whole` when it is the whole community's; absent when whoever looks after one compound has it, too. */
  compoundId?: string
  state?: string
  /** Openids by relation. */
  belongs?: Readonly<Record<string, readonly string[]>>
  /** The relations that are asked for: the row's own, or those its function asks for. */
  own?: readonly string[]
}

/** In which role a relation counts: of a row with several roles each is asked for its own relations only. */
const countsFor: Readonly<Record<string, string>> = {
  family: 'resident',
  relative: 'resident',
  rider: 'rider',
  asked: 'rider',
  backup: 'rider',
  carrier: 'dispatcher',
  keeper: 'keeper',
  // Not the product's words: whom a line of the roster or a binding is about, who has another errand of that household in hand, who had
  // this one once, who stands in for the regular rider on a day, for whom a rider carries something.
  enteredAs: 'guest',
  about: 'guest',
  standsIn: 'rider',
  served: 'resident',
  carrying: 'rider',
  tookPart: 'rider',
}

/** The role in which a relation counts. */
export function roleOf(relation: string): string {
  const role = countsFor[relation]
  if (!role) throw new Error(`rule.ts: in which role does the relation ${relation} count?`)
  return role
}

/**
 * The rule of a row, in words, worked out without the product's own functions:
 * 1. `by` names who may. A guest is anybody with a phone; the clock is nobody with a phone; every other role has to be held now, and in
 *    the very community that the record is of, whatever he is elsewhere. What concerns only himself needs the role anywhere.
 *    Who looks after one compound has it for what is of that compound or of none, and for no row that is the `whole` community's.
 * 2. `own` names what he must be to the record, in the role to which that relation belongs; the row's other roles need none.
 * 3. `moves.from` names the states it starts from. It is asked last: who may not is not told the state.
 */
export function ruleSays(row: Operation, who: Somebody, target: Target): 'allowed' | 'refused' | 'too late' {
  const { openid } = who
  const owns = (relation: string): boolean => openid !== null && (target.belongs?.[relation] ?? []).includes(openid)
  const may = row.by.some(role => {
    if (role === 'clock' || openid === null) return false
    if (role !== 'guest' && !rolesOf(who, target.communityId, row.whole ? 'whole' : target.compoundId).includes(role))
      return false
    const needed = (target.own ?? []).filter(relation => roleOf(relation) === role)
    return needed.length === 0 || needed.some(owns)
  })
  if (!may) return 'refused'
  const { state } = target
  return row.moves && state !== undefined && !row.moves.from.includes(state) ? 'too late' : 'allowed'
}
