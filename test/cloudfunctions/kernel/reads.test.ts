import { writes } from '@domain/operation'
import { everyRow, nameOf } from '../../tables'
import { takeSnapshot } from '../snapshot'
import { openTown, type Town } from '../town'
import { cellsOf } from './cells'
import { settleEveryone } from './everyone'
import { makeEverything } from './samples'

// Every reading row, by everybody who may: some thousand calls.
jest.setTimeout(180_000)

/** What asks the database more than once, and why: none of it is a list (DESIGN.md section 7). */
const dearer: Readonly<Record<string, number>> = {
  // A picture: the record, and a link for its file.
  'care.photo': 2,
  'errand.photo': 2,
  'errand.receipt': 2,
  // Once in a lifetime of somebody or something: a sheet to print, an invitation, a badge, what stands in the way of leaving.
  'household.sheet': 5,
  'membership.invited': 4,
  'privacy.hindering': 5,
  'rider.check': 6,
  // One line of the roster, with what hangs on it.
  'roster.one': 2,
  'roster.firm': 2,
  'roster.listOne': 2,
}

let town: Town
afterAll(() => town.close())

test('what is read costs one request of the database, whoever reads it; what costs more is no list', async () => {
  town = await openTown()
  await settleEveryone(town)
  const things = await makeEverything(town)
  const before = await takeSnapshot()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const most: Record<string, number> = {}
  for (const row of everyRow.filter(one => !writes(one)))
    for (const { who, thing, communityId, sample, rule } of cellsOf(row, things)) {
      if (who.openid === null || rule !== 'allowed') continue
      const { collection = 'communities', id = communityId } = thing ?? {}
      const record = before.get(collection)?.get(id) ?? {}
      const event = { verb: row.verb, input: sample.input({ id, record, communityId }) }
      // The first call makes the instance warm.
      await town.raw(who.openid, row.area, event)
      town.cloud.resetStats()
      const { ok } = await town.raw(who.openid, row.area, event)
      if (ok) most[nameOf(row)] = Math.max(most[nameOf(row)] ?? 0, town.cloud.stats().totals.requests)
    }
  jest.restoreAllMocks()
  expect(Object.keys(most).length).toBeGreaterThan(60)
  expect(Object.fromEntries(Object.entries(most).filter(([, requests]) => requests > 1))).toEqual(dearer)
})
