import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { a, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('我有空 holds until the day ends; duty is taken in one tap and everybody reads who it is', async () => {
  await town.as('zhang')(people.free, { free: true })
  const { rows } = await town.as('desk')(errand.riders, { communityId: a })
  expect(rows.find(row => row.id === personId('zhang'))).toMatchObject({ free: true, trade: 'takeaway' })
  await town.as('desk')(people.takeDuty, { communityId: a, hours: 8 })
  expect((await town.as('guest')(people.community, { id: a })).onDuty).toMatchObject({ name: '李书记' })
  expect(await refusal(town.as('desk-b')(people.takeDuty, { communityId: a, hours: 8 }))).toBe('FORBIDDEN')
})
