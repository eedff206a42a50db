import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { rider } from '@domain/rider'
import { templates } from '@domain/template'
import { a, lunch, morning, openTown, person, personId, refusal, type Town } from '../town'

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

test('whose time here is over is neither asked nor told any more', async () => {
  const over = (role: 'rider' | 'dispatcher') => [{ communityId: a, role, until: morning - 1 }]
  await town.put('people', person('gone', '郑师傅', over('rider')), person('left-desk', '冯书记', over('dispatcher')))
  town.cloud.wechat.grants('left-desk', templates.desk.id, 9)
  await town.as('daughter')(errand.request, lunch)
  await town.tick()
  expect(town.cloud.wechat.notices('left-desk')).toEqual([])
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
  expect(names((await town.as('desk')(errand.riders, { communityId: a })).rows)).not.toContain('郑师傅')
  expect(names((await town.as('desk')(rider.list, { communityId: a })).rows)).not.toContain('郑师傅')
})
