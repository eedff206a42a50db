import { household } from '@domain/household'
import { askLastsMs } from '@domain/household/binding'
import { people } from '@domain/people'
import { schema } from '@domain/schema'
import { station } from '@domain/station'
import { study } from '@domain/study'
import { dayMs, dayOf, momentOf } from '@domain/time'
import { a, openTown, personId, type Town } from '../town'
import { askIn, granny, openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const kept = schema.bindings.keeps.days * dayMs

/** The night after so long; what else falls due is done first. */
async function nightAfter(time: number): Promise<void> {
  town.cloud.clock.set(momentOf(dayOf(town.cloud.clock.now() + time + 2 * dayMs), '03:00'))
  for (let i = 0; i < 10; i += 1) await town.tick()
}

const ends: Record<string, (ask: string, id: string) => Promise<unknown>> = {
  'was never answered': async () => undefined,
  'was refused': ask => town.as('grandson')(household.refuse, { id: ask }),
  'was parted again': async ask => {
    await town.as('grandson')(household.bind, { id: ask })
    await town.as('desk')(household.unbind, { id: ask, said: 'elder' })
  },
}

test.each(Object.keys(ends))('whoever asked and %s is forgotten after the time, and not before', async how => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await ends[how]?.(ask, id)
  await nightAfter(kept - 4 * dayMs)
  expect(await town.stored('bindings', ask)).toBeDefined()
  await nightAfter(askLastsMs + dayMs)
  expect([await town.stored('bindings', ask), await town.stored('people', personId('aunt'))]).toEqual([
    undefined,
    undefined,
  ])
})

test('who is bound is remembered as long as that, also if parted and bound again', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  await town.as('desk')(household.unbind, { id: ask, said: 'elder' })
  await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  await nightAfter(2 * kept)
  const { rows } = await town.as('desk')(household.relatives, { id })
  expect(rows).toMatchObject([{ state: 'bound' }, { state: 'bound' }])
})

const membershipsOf = async (openid: string) => (await town.stored('people', personId(openid)))?.memberships

test('with the last household of a community he is no resident of it, and his home opens as a guest’s', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  const { id: own } = await town.as('aunt')(household.add, { ...granny, elder: '刘爷爷', calls: '爸爸' })
  const { rows } = await town.as('aunt')(household.relatives, { id: own })
  await town.as('aunt')(household.unbind, { id: ask })
  expect(await membershipsOf('aunt')).toEqual([{ communityId: a, role: 'resident' }])
  await town.as('aunt')(household.unbind, { id: rows[0]?.id ?? '' })
  expect(await membershipsOf('aunt')).toEqual([])

  const aunt = town.as('aunt')
  expect(await aunt(people.community, { id: a })).toMatchObject({ id: a })
  expect((await aunt(household.news, {})).rows[0]?.sentence).toContain('您不再是')
  await aunt(people.communities, {})
  await aunt(station.list, { communityId: a })
  await aunt(study.feed, { communityId: a })
})

test('a rider who is nobody’s relative any more stays a rider', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'zhang', '张师傅')
  await town.as('grandson')(household.bind, { id: ask })
  const before = await membershipsOf('zhang')
  await town.as('zhang')(household.unbind, { id: ask })
  expect(before).toContainEqual({ communityId: a, role: 'resident' })
  expect(await membershipsOf('zhang')).toEqual([expect.objectContaining({ communityId: a, role: 'rider' })])
})
