import { never } from '@domain/time'
import { collectionOf } from '../kernel/cloud'
import { forgetHome, openErrandsOf } from '../kernel/forget-home'
import { households } from '../kernel/households'
import { relativesOf, type Leaving } from '../kernel/people'

/** Where nobody is bound any more: the desk calls from now on, or the household goes with him, as he said. */
export async function leaveHouseholds({ at, households: left, together }: Leaving): Promise<void> {
  if (left.length === 0) return
  const bound = (await relativesOf(left)).flatMap(person => person.households.map(({ id }) => id))
  for (const id of left.filter(one => !bound.includes(one))) {
    if (together.includes(id) && (await openErrandsOf(id)) === 0) await forgetHome(id)
    else await stay(id)
    // He may know the code that is open now.
    await collectionOf('codes')
      .where({ _id: id })
      .update({ data: { until: at } })
  }
}

/** Also what he asked for in the very moment in which he left is called about. */
async function stay(householdId: string): Promise<void> {
  await households.book(householdId, undefined, { hasApp: false })
  await collectionOf('errands')
    .where({ householdId, closedAt: never })
    .update({ data: { toCall: true } })
}
