import { Failure } from '@domain/failure'
import type { Operation } from '@domain/operation'
import type { Role } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { roleOn } from '../kernel/guard'
import { households, type HouseholdDocument } from '../kernel/households'

/**
 * The household, for whoever may do this to it, and the role in which he may.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function homeFor(
  op: Operation,
  id: string,
  actor: Actor,
): Promise<{ home: HouseholdDocument; role: Role }> {
  const home = await households.get(id)
  if (!home) throw new Failure('NOT_FOUND')
  const role = roleOn(op, actor, { ...home })
  if (!role) throw new Failure('FORBIDDEN')
  return { home, role }
}
