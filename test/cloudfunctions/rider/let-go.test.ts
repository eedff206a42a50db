import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const zhang = { communityId: a, id: personId('zhang') }
async function inThePool(): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  await town.as('zhang')(errand.offers, {})
  return id
}
async function letGo(): Promise<unknown> {
  const rev = String((await town.stored('people', zhang.id))?.rev)
  return town.as('desk')(rider.letGo, { ...zhang, rev, why: '不在这一片跑了' })
}
/** What the clock leaves with the desk, as if he had handed it back. */
const atTheDesk = {
  state: 'requested',
  openTo: [],
  timeline: expect.arrayContaining([expect.objectContaining({ verb: 'release' })]),
}

test('who was let go takes nothing more from the pool', async () => {
  const id = await inThePool()
  await letGo()
  expect(await refusal(town.as('zhang')(errand.accept, { id }))).toBe('FORBIDDEN')
})

test('what he took where he was still remembered goes back to the desk', async () => {
  const id = await inThePool()
  // Another instance let him go: this one remembers him.
  await town.set('people', zhang.id, { memberships: [], rev: 'let-go' })
  await town.as('zhang')(errand.accept, { id })
  await town.tick()
  expect(await town.stored('errands', id)).toMatchObject(atTheDesk)
})

test('what he took between the count and the word goes back to the desk, though the clock has seen it before', async () => {
  const id = await inThePool()
  const deciding = {
    on: 'request',
    fn: 'rider',
    verb: 'letGo',
    action: 'database.modifyDocument',
    collection: 'people',
  } as const
  town.cloud.faults.add({ ...deciding, fault: { kind: 'hold' } })
  const going = letGo()
  while (Object.keys(town.cloud.stats().faults).length === 0) await new Promise(setImmediate)
  await town.as('zhang')(errand.accept, { id })
  await town.tick()
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderId: zhang.id })
  town.cloud.faults.clear()
  await going
  await town.tick()
  expect(await town.stored('errands', id)).toMatchObject(atTheDesk)
})

test('one of the desk who goes himself keeps what he has', async () => {
  const id = await inThePool()
  await town.as('desk')(errand.agree, { id, communityId: a, by: 'self' })
  await town.tick()
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderId: personId('desk') })
})
