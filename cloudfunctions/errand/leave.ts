import { errand } from '@domain/errand'
import { stillOpen } from '@domain/errand/record'
import { toDesk, toFamily } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { personDoor, type Relation } from '@domain/relation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { relationsIn } from '../kernel/guard'
import { meOf, type Person } from '../kernel/people'
import type { Run } from '../kernel/run'
import { taken } from './in-hand'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** 转给社区: from now on the desk calls the elder; who has the errand goes on with it. */
export function leave({ id }: InputOf<typeof errand.leave>, actor: Actor): Promise<Moved> {
  return errands.change(errand.leave, id, actor, {
    where: { state: _.in([...stillOpen]) },
    patch: { toCall: true },
    tell: [{ to: toDesk, say: 'left' }],
  })
}

/** Back to the desk from somebody who is not here any more, as if he had handed it back. */
export function release({ id, riderId }: InputOf<typeof errand.release>, actor: Actor): Promise<Moved> {
  return errands.move(errand.release, id, actor, {
    where: _.or([{ riderId }, { riderId: _.eq(null), 'offer.riderId': riderId }]),
    patch: {
      ...taken(id),
      fellOutAt: actor.now,
      offer: undefined,
      openTo: [],
      waitingSince: actor.now,
      escalated: undefined,
      why: undefined,
    },
    tell: [
      { to: toDesk, say: 'released' },
      { to: toFamily, say: 'released' },
    ],
  })
}

/** Who has it, or is asked for it by name, as long as it can go back to the desk. */
export function holderOf({ state, riderId, offer }: ErrandDocument): string | undefined {
  return errand.release.moves.from.some(from => from === state) ? (riderId ?? offer?.riderId) : undefined
}

const holding: readonly Relation[] = ['rider', 'carrier', 'asked']

/** Its holder, when he is none of this community's any more: let go, taken off or gone since it was given to him. */
export function strayedTo(record: ErrandDocument, people: readonly Person[], now: number): string | undefined {
  const id = holderOf(record)
  const person = people.find(({ _id }) => _id === id)
  const my = person ? relationsIn(meOf(person.openid, person), { ...record }, now) : []
  return my.some(relation => holding.includes(relation)) ? undefined : id
}

/** What was given to somebody in the very moment in which he left. */
export async function releaseAll(riderId: string, run: Run): Promise<void> {
  const from: readonly string[] = errand.release.moves.from
  const his = await errands.find({ openTo: personDoor(riderId), closedAt: never }, { only: ['state', 'rev'] })
  for (const record of his)
    if (from.includes(record.state ?? '')) await release({ id: record._id, riderId }, run.actorFor(record))
}
