import { stillOpen, type ErrandRecord } from '@domain/errand/record'
import { householdInbox } from '@domain/notice'
import { privateFields } from '@domain/private'
import { _, collectionOf, removeFiles } from './cloud'
import { records } from './records'
import { patched } from './write'

const errands = records<Pick<ErrandRecord, 'proof' | 'bill'>>('errands')

/** The rider's own, and what was settled with him. */
const kept: readonly string[] = ['riderName', 'riderFace', 'offer', 'thanks', 'bill']
const told = privateFields('errands').filter(field => !kept.includes(field))

/** What of an errand tells of the household it was for; that there was one, when and how it ended, stays for the count. */
const ofHousehold = {
  ...Object.fromEntries(told.map(field => [field, undefined])),
  householdId: undefined,
  lookedAt: undefined,
  unbound: undefined,
  regularRiderId: undefined,
  recurringId: undefined,
  substituteId: undefined,
  'bill.receipt': undefined,
  timeline: [],
  outbox: {},
  callsOpen: 0,
}

/** How many errands of a household have no end yet. */
export const openErrandsOf = (householdId: string): Promise<number> =>
  errands.count({ householdId, state: _.in([...stillOpen]) })

/**
 * Removes a household and takes it out of all that tells of it. An errand without an end keeps what whoever carries it needs. It may die
 * anywhere and be begun anew: the household itself goes last.
 */
export async function forgetHome(id: string): Promise<void> {
  await forgetErrands(id)
  const bindings = await records('bindings').find({ householdId: id }, { limit: 1000, only: ['_id'] })
  const rules = await records('recurrings').find({ householdId: id }, { limit: 1000, only: ['_id'] })
  await forgetDoubts([id, ...[...bindings, ...rules].map(({ _id }) => _id)])
  const cares = await records<{ photo?: string }>('cares').find({ householdId: id }, { limit: 1000, only: ['photo'] })
  await removeFiles(cares.flatMap(({ photo }) => photo ?? []))
  await collectionOf('cares').where({ householdId: id }).remove()
  // Whoever was bound to it before, who looked, what was asked for again and again, and by whom it was brought: all name her household.
  for (const name of ['bindings', 'looks', 'recurrings', 'substitutes'] as const)
    await collectionOf(name).where({ householdId: id }).remove()
  await collectionOf('codes').where({ _id: id }).remove()
  await collectionOf('households').where({ _id: id }).remove()
}

async function forgetErrands(householdId: string): Promise<void> {
  for (;;) {
    const over = { householdId, state: _.nin([...stillOpen]) }
    const rows = await errands.find(over, { limit: 50, only: ['proof', 'bill'] })
    if (rows.length === 0) return
    await removeFiles(rows.flatMap(({ proof, bill }) => [proof?.photo ?? [], bill?.receipt ?? []].flat()))
    const ids = rows.map(({ _id }) => _id)
    await forgetDoubts(ids)
    await collectionOf('errands')
      .where({ _id: _.in(ids) })
      .update({ data: { ...patched(ofHousehold), inboxOf: _.pull(householdInbox(householdId)) } })
  }
}

/** What waits of these records for the desk, or did. */
export async function forgetDoubts(ids: readonly string[]): Promise<void> {
  await collectionOf('doubts')
    .where({ ofId: _.in([...ids]) })
    .remove()
}
