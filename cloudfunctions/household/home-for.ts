import { Failure } from '@domain/failure'
import type { Operation } from '@domain/operation'
import type { Role } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { anew } from '../kernel/anew'
import type { Answers, Asking } from '../kernel/asking'
import { roleOn } from '../kernel/guard'
import { households, type HouseholdDocument } from '../kernel/households'

/**
 * The household, for whoever may do this to it, and the role in which he may.
 * @throws NOT_FOUND, FORBIDDEN
 */
export const homeFor = (op: Operation, id: string, actor: Actor): Promise<Home<[]>> => homeBeside(op, id, actor)

interface Home<A extends readonly Asking<unknown>[]> {
  home: HouseholdDocument
  role: Role
  found: Answers<A>
}

/** The same, and what is asked beside it, in one request. */
export async function homeBeside<A extends readonly Asking<unknown>[]>(
  op: Operation,
  id: string,
  actor: Actor,
  ...askings: A
): Promise<Home<A>> {
  const [[home], ...found] = await anew(actor, households.one(id), ...askings)
  if (!home) throw new Failure('NOT_FOUND')
  const role = roleOn(op, actor, { ...home })
  if (!role) throw new Failure('FORBIDDEN')
  return { home, role, found: found as Answers<A> }
}
