import type { Usual } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { households } from '../kernel/households'
import { correctAll } from '../kernel/people'

/** 常用 as the relatives' first screen names it, which asks nobody: they carry it with them. May be done twice. */
export async function nameUsual(householdId: string, usual: Usual, actor: Actor): Promise<void> {
  const home = await households.get(householdId)
  if (home) await write(householdId, [...(home.usual ?? []).filter(({ id }) => id !== usual.id), usual], actor)
}

/** It is kept no more. */
export async function forgetUsual(householdId: string, id: string, actor: Actor): Promise<void> {
  const home = await households.get(householdId)
  if (home?.usual?.some(one => one.id === id))
    await write(
      householdId,
      home.usual.filter(one => one.id !== id),
      actor,
    )
}

async function write(householdId: string, usual: Usual[], actor: Actor): Promise<void> {
  await households.book(householdId, undefined, { usual: _.set(usual) })
  const theirs = { 'households.id': householdId }
  await correctAll(theirs, `usual.${actor.key}`, { 'households.$.usual': _.set(usual) })
}
