import { membership } from '@domain/membership'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { communities } from '../kernel/communities'

/** 自动派单, on or off. */
export function automate(
  { communityId, rev, auto }: InputOf<typeof membership.automate>,
  actor: Actor,
): Promise<Moved> {
  return communities.change(membership.automate, communityId, actor, { rev, patch: { auto } })
}
