import { householdInbox } from '@domain/notice'
import { never } from '@domain/time'
import { _, collectionOf, removeFiles } from '../kernel/cloud'
import { households } from '../kernel/households'
import { relativesOf, type Leaving } from '../kernel/people'
import { patched } from '../kernel/write'
import { errands } from './stores'

/** Where nobody is bound any more: the desk calls from now on, or the household goes with him, as he said. */
export async function leaveHouseholds({ at, households: left, together }: Leaving): Promise<void> {
  if (left.length === 0) return
  const bound = (await relativesOf(left)).flatMap(person => person.households.map(({ id }) => id))
  for (const id of left.filter(one => !bound.includes(one))) {
    if (together.includes(id)) await removeHousehold(id)
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

/** What of an errand tells of the household it was for; that there was one, when and how it ended, stays for the count. */
const ofHousehold = {
  householdId: undefined,
  elder: undefined,
  calls: undefined,
  building: undefined,
  stairs: undefined,
  knock: undefined,
  what: undefined,
  pickUp: undefined,
  code: undefined,
  note: undefined,
  why: undefined,
  proof: undefined,
  held: undefined,
  looks: undefined,
  lookedAt: undefined,
  unbound: undefined,
  timeline: [],
  outbox: {},
  callsOpen: 0,
}

async function removeHousehold(id: string): Promise<void> {
  for (;;) {
    const rows = await errands.find({ householdId: id }, { limit: 50, only: ['proof'] })
    if (rows.length === 0) break
    await removeFiles(rows.flatMap(({ proof }) => proof?.photo ?? []))
    const data = { ...patched(ofHousehold), inboxOf: _.pull(householdInbox(id)) }
    const errandIds = rows.map(({ _id }) => _id)
    await collectionOf('doubts')
      .where({ ofId: _.in(errandIds) })
      .remove()
    await collectionOf('errands')
      .where({ _id: _.in(errandIds) })
      .update({ data })
  }
  // Whoever was bound to it before, and who looked: both name the elder's household.
  for (const name of ['bindings', 'looks'] as const) await collectionOf(name).where({ householdId: id }).remove()
  await collectionOf('codes').where({ _id: id }).remove()
  await collectionOf('households').where({ _id: id }).remove()
}
