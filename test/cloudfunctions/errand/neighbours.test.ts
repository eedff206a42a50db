import { care } from '@domain/care'
import { errand } from '@domain/errand'
import { membership } from '@domain/membership'
import { rider } from '@domain/rider'
import { minuteMs } from '@domain/time'
import { a, b, allWeek, lunch, openTown, person, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
  await town.put(
    'people',
    person('next-door', '陈师傅', [{ communityId: b, role: 'rider' }], {
      trade: 'courier',
      neighbours: [a],
      hours: allWeek,
    }),
  )
})
afterEach(() => town.close())

const ask = async () => (await town.as('daughter')(errand.request, lunch)).id
const open = async (wave: 'near' | 'community' | 'neighbours') => {
  const id = await ask()
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool', wave })
  return id
}
const accept = (openid: string, id: string) => refusal(town.as(openid)(errand.accept, { id }))
const seen = async (openid: string) => (await town.as(openid)(errand.offers, {})).rows.map(({ id }) => id)
const stored = (id: string) => town.stored('errands', id)

test('a neighbour sees and takes what his wave opens, and nothing else of the community', async () => {
  const [near, wide, beside] = [await open('near'), await open('community'), await open('neighbours')]
  const named = await ask()
  await town.as('desk')(errand.dispatch, { id: named, communityId: a, to: { riderId: personId('zhang') } })
  expect(await seen('next-door')).toEqual([beside])
  for (const id of [near, wide, named, await ask()]) {
    expect(await accept('next-door', id)).toBe('FORBIDDEN')
    expect(await refusal(town.as('next-door')(errand.see, { id }))).toBe('FORBIDDEN')
    const { my, what } = (await town.as('next-door')(errand.one, { id })) as { my: string[]; what?: string }
    expect({ my, what }).toEqual({ my: [], what: undefined })
  }
  for (const row of [errand.board, errand.riders, errand.calls])
    expect(await refusal(town.as('next-door')(row, { communityId: a }))).toBe('FORBIDDEN')

  expect((await town.as('next-door')(errand.one, { id: beside })).my).toEqual(['asked'])
  await town.as('next-door')(errand.accept, { id: beside })
  const { phones } = await town.as('next-door')(errand.reveal, { id: beside, householdId: 'h-father' })
  expect(phones).toHaveLength(1)
  await town.as('next-door')(care.report, { errandId: beside, kind: 'unwell' })
  await town.as('next-door')(errand.deliver, { id: beside, how: 'person' })
  expect(await refusal(town.as('next-door')(care.report, { errandId: wide, kind: 'unwell' }))).toBe('FORBIDDEN')
  expect(await stored(beside)).toMatchObject({ state: 'delivered', riderName: '陈师傅' })
})

test('it is his until it is done: the clock does not take it from him', async () => {
  const id = await open('neighbours')
  await town.as('next-door')(errand.accept, { id })
  await town.tick()
  expect(await stored(id)).toMatchObject({ state: 'accepted' })
})

test('of a neighbour and one of the house one wins, and the other hears who', async () => {
  const id = await open('neighbours')
  const taps = await Promise.allSettled(['next-door', 'li'].map(openid => town.as(openid)(errand.accept, { id })))
  expect(taps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(taps.flatMap(tap => (tap.status === 'rejected' ? [(tap.reason as { code: string }).code] : []))).toEqual([
    'TAKEN',
  ])
})

test('who has not declared it, and who is no rider where he declared it, takes nothing', async () => {
  const former = person('former', '前师傅', [{ communityId: b, role: 'resident' }], { neighbours: [a] })
  await town.put('people', former)
  const id = await open('neighbours')
  for (const openid of ['chen', 'former', 'desk-b', 'neighbour', 'stranger'])
    expect(await accept(openid, id)).toBe('FORBIDDEN')
  expect(await seen('chen')).toEqual([])
})

test('once he takes back that he passes there it is closed to him, though this instance remembered him', async () => {
  const id = await open('neighbours')
  expect(await seen('next-door')).toEqual([id])
  await town.as('next-door')(rider.edit, { neighbours: [] })
  expect(await seen('next-door')).toEqual([])
  expect(await accept('next-door', id)).toBe('FORBIDDEN')
})

test.each([
  ['the community itself', a],
  ['the one he comes from', b],
])(
  'once the subdistrict keeps %s to itself an open offer is closed to him, whoever is remembered',
  async (_, communityId) => {
    const id = await open('neighbours')
    expect(await seen('next-door')).toEqual([id])
    const { rev } = (await town.as('officer')(membership.community, { communityId })) as { rev: string }
    await town.as('officer')(membership.letHelp, { communityId, rev, helps: false })
    expect(await seen('next-door')).toEqual([])
    expect(await accept('next-door', id)).not.toBe('nothing was refused')
    expect(await stored(id)).toMatchObject({ state: 'dispatched' })
    expect(await accept('li', id)).toBe('nothing was refused')
    const later = await ask()
    const again = town.as('desk')(errand.dispatch, { id: later, communityId: a, to: 'pool', wave: 'neighbours' })
    expect(await refusal(again)).toBe('NOBODY_THERE')
  },
)

test('what he left behind as a rider of the house opens nothing to him as a neighbour', async () => {
  const { rev } = (await town.stored('people', personId('zhang'))) as { rev: string }
  await town.as('desk')(rider.letGo, { communityId: a, id: personId('zhang'), rev, why: '不在这一片跑了' })
  await town.set('people', personId('zhang'), {
    memberships: [{ communityId: b, role: 'rider' }],
    neighbours: [a],
    rev: 'r9',
  })
  const id = await open('near').catch(() => undefined)
  expect(id).toBeUndefined()
  expect(await town.stored('people', personId('zhang'))).toMatchObject({ areas: [] })
})

test('who left an hour ago is offered nothing, and has nothing', async () => {
  await town.set('communities', a, { auto: true })
  await town.set('households', 'h-father', { regularRiderId: personId('zhang') })
  await town.put('errands', {
    _id: 'before',
    slot: 'before',
    communityId: a,
    householdId: 'h-father',
    state: 'confirmed',
    rev: 'r0',
    touchedAt: 0,
    closedAt: 1,
    dueAt: 9e15,
  })
  await town.set('people', personId('zhang'), { memberships: [], rev: 'gone' })
  const id = await ask()
  town.cloud.clock.advance(11 * minuteMs)
  await town.tick()
  expect(await stored(id)).toMatchObject({ offer: { to: 'pool', wave: 'community' } })
  expect(
    await refusal(town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })),
  ).toBe('RIDER_GONE')
})
