import { care, type CareState } from '@domain/care'
import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { isFamilyIn } from '../kernel/guard'
import { cares } from './stores'

/** What riders read of a household; who is nothing to it is told nothing. @throws FORBIDDEN */
export async function notes({ householdId }: InputOf<typeof care.notes>, actor: Actor) {
  const shown: CareState[] = ['approved', 'asked']
  const found = await cares.find({ householdId, state: _.in(shown) }, { limit: 50 })
  const mine = found.filter(note => actor.isDesk(note) || isFamilyIn(actor, { ...note }))
  if (mine.length < found.length) throw new Failure('FORBIDDEN')
  const rows = mine.map(({ _id: id, words = '', state = '', at }) => ({ id, words, state, at }))
  return { rows: rows.sort((a, b) => a.at - b.at) }
}

/** 请社区去掉: it comes back to the desk, with why. */
export function contest({ id, why }: InputOf<typeof care.contest>, actor: Actor): Promise<Moved> {
  return cares.move(care.contest, id, actor, { patch: { why } })
}
