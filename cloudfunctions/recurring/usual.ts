import type { Usual } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { households } from '../kernel/households'
import { correctAll } from '../kernel/people'

/**
 * 常用 as the relatives' first screen names it, which asks nobody: they carry it with them. Taken out and put in, each by one write, so that it
 * may be done twice and two at once lose nothing.
 */
export async function nameUsual(householdId: string, usual: Usual, actor: Actor): Promise<void> {
  await forgetUsual(householdId, usual.id, actor)
  await households.book(householdId, undefined, { usual: _.push([usual]) })
  await correctAll({ 'households.id': householdId }, `usual.${actor.key}`, { 'households.$.usual': _.push([usual]) })
}

/** It is kept no more. */
export async function forgetUsual(householdId: string, id: string, actor: Actor): Promise<void> {
  await households.book(householdId, undefined, { usual: _.pull({ id }) })
  const theirs = { 'households.id': householdId }
  await correctAll(theirs, `unused.${actor.key}`, { 'households.$.usual': _.pull({ id }) })
}
