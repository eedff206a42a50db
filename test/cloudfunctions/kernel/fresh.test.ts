import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { rider } from '@domain/rider'
import { roster } from '@domain/roster'
import { a, application, fatherHousehold, lunch, openTown, personId, refusal, type Town } from '../town'
import { askIn, openGranny } from '../household/homes'
import { head, open } from '../roster/lists'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const householdId = fatherHousehold._id
/** Another warm instance has taken from him what he was: this one remembers him. */
const isNobodyNow = (openid: string) =>
  town.set('people', personId(openid), { memberships: [], households: [], rev: 'taken-off' })
const revOf = async (openid: string) => String((await town.stored('people', personId(openid)))?.rev)

test('a rider let go elsewhere is given no door any more, however warm this function is', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await isNobodyNow('zhang')
  expect(await refusal(town.as('zhang')(errand.reveal, { id, householdId }))).toBe('FORBIDDEN')
})

test('who was taken off the desk elsewhere decides about nobody and takes in no list any more', async () => {
  await town.as('he')(rider.apply, application)
  await town.as('desk')(rider.applicants, { communityId: a })
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.board, { communityId: a })
  const his = { communityId: a, id: personId('he'), rev: await revOf('he') }
  const zhang = { communityId: a, id: personId('zhang'), rev: await revOf('zhang') }
  const { id: listId } = await open(town, [head, ['刘强', '13800000011']])
  const desk = town.as('desk')
  for (const tap of [
    () => desk(rider.confirm, { ...his, how: 'seen' }),
    () => desk(rider.refuse, { ...his, why: '查无此人' }),
    () => desk(rider.letGo, { ...zhang, why: '不跑了' }),
    () => desk(errand.verify, { id, householdId }),
    () => open(town, [head]),
    () => desk(roster.decide, { communityId: a, id: listId, decision: 'theirs' }),
    () => desk(roster.drop, { communityId: a, id: listId }),
    () => desk(roster.settle, { communityId: a, id: listId, choice: 'here' }),
    () => desk(roster.sign, { communityId: a, id: listId }),
    () => desk(roster.sort, { communityId: a, id: listId, sheet: 0, headRow: 0, columns: [] }),
  ]) {
    await town.set('people', personId('desk'), { memberships: [{ communityId: a, role: 'dispatcher' }], rev: 'on' })
    await town.raw('desk', 'errand', { verb: 'board', input: { communityId: a }, me: 'other' })
    await isNobodyNow('desk')
    expect(await refusal(tap())).toBe('FORBIDDEN')
  }
})

test('who was unbound elsewhere lets nobody else in any more', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  const other = await askIn(town, id, 'grandson', 'cousin', '生人')
  await town.as('aunt')(household.one, { id })
  await isNobodyNow('aunt')
  expect(await refusal(town.as('aunt')(household.refuse, { id: other }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('aunt')(household.bind, { id: other }))).toBe('FORBIDDEN')
})
