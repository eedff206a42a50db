import { errand } from '@domain/errand'
import { momentOf } from '@domain/time'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
  const riders = Array.from({ length: 50 }, (_, i) => ({
    ...rider,
    _id: personId(`rider-${i}`),
    openid: `rider-${i}`,
    name: `${i}师傅`,
  }))
  await town.put('people', ...riders)
})
afterAll(() => town.close())

const rider = {
  rev: 'r0',
  touchedAt: 0,
  memberships: [{ communityId: a, role: 'rider' }],
  households: [],
  stations: [],
  freeUntil: 0,
  readAt: 0,
  trade: 'courier',
  areas: [],
}
const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const tomorrow = { when: { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') } }
const toPool = (id: string) => town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
const toRider = (id: string, openid: string) =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId(openid) } })

test('of fifty riders at once exactly one wins, and every other is told who has it', async () => {
  const id = await ask()
  await toPool(id)
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => town.as(`rider-${i}`)(errand.accept, { id })),
  )
  const won = tries.flatMap((result, i) => (result.status === 'fulfilled' ? [i] : []))
  expect(won).toHaveLength(1)
  const losers = tries.flatMap(result =>
    result.status === 'rejected' ? [result.reason as { code: string; detail: unknown }] : [],
  )
  expect(losers).toHaveLength(49)
  for (const loser of losers) expect(loser).toMatchObject({ code: 'TAKEN', detail: { who: `${won[0]}师傅` } })
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderId: personId(`rider-${won[0]}`) })
})

test('the same tap twice is answered twice and happens once', async () => {
  const id = await ask()
  await toRider(id, 'rider-1')
  const key = newKey()
  const [first, again] = [
    await town.as('rider-1')(errand.accept, { id }, key),
    await town.as('rider-1')(errand.accept, { id }, key),
  ]
  expect(again).toEqual(first)
  const { timeline } = (await town.stored('errands', id)) as { timeline: { verb: string }[] }
  const verbs = timeline.map(line => line.verb)
  expect(verbs.filter(verb => verb === 'accept')).toHaveLength(1)
})

test('a retry of an old acceptance changes nothing after the errand has gone to another', async () => {
  const id = await ask()
  await toRider(id, 'rider-2')
  const key = newKey()
  const first = await town.as('rider-2')(errand.accept, { id }, key)
  await town.as('rider-2')(errand.handBack, { id, why: '车坏了' })
  await toRider(id, 'rider-3')
  const before = await town.stored('errands', id)
  expect(await town.as('rider-2')(errand.accept, { id }, key)).toEqual(first)
  expect(await town.stored('errands', id)).toEqual(before)
})

test('even when it stands open to him again, an old tap is not a new acceptance', async () => {
  const id = await ask()
  await toRider(id, 'rider-4')
  const key = newKey()
  await town.as('rider-4')(errand.accept, { id }, key)
  await town.as('rider-4')(errand.handBack, { id, why: '去不了' })
  await toRider(id, 'rider-4')
  await town.as('rider-4')(errand.accept, { id }, key)
  expect(await town.stored('errands', id)).toMatchObject({ state: 'dispatched' })
})

test('an errand offered to another is not his to take', async () => {
  const id = await ask()
  await toRider(id, 'rider-5')
  expect(await refusal(town.as('rider-6')(errand.accept, { id }))).toBe('WRONG_STATE')
  expect(await town.stored('errands', id)).toMatchObject({ state: 'dispatched' })
})

test('an errand that has been called off cannot be accepted', async () => {
  const id = await ask()
  await toPool(id)
  await town.as('daughter')(errand.cancel, { id, why: '不用了' })
  expect(await refusal(town.as('rider-7')(errand.accept, { id }))).toBe('WRONG_STATE')
})

test('two in hand is the most; the third waits until one is delivered', async () => {
  const ids = [await ask(), await ask(), await ask()] as const
  for (const id of ids) await toRider(id, 'rider-8')
  await town.as('rider-8')(errand.accept, { id: ids[0] })
  await town.as('rider-8')(errand.accept, { id: ids[1] })
  expect(await refusal(town.as('rider-8')(errand.accept, { id: ids[2] }))).toBe('HANDS_FULL')
  await town.as('rider-8')(errand.deliver, { id: ids[0], how: 'door' })
  await town.as('rider-8')(errand.accept, { id: ids[2] })
  expect(await town.stored('errands', ids[2])).toMatchObject({ state: 'accepted' })
})

test('one rider who taps three offers at once holds two of them', async () => {
  const ids = [await ask(), await ask(), await ask()]
  for (const id of ids) await toRider(id, 'rider-9')
  const taps = await Promise.allSettled(ids.map(id => town.as('rider-9')(errand.accept, { id })))
  expect(taps.filter(tap => tap.status === 'fulfilled')).toHaveLength(2)
})

test('what is agreed on for tomorrow fills no hand today; of tomorrow, too, two are the most', async () => {
  const tap = async (id: string, openid = 'rider-11') => {
    await toRider(id, openid)
    return town.as(openid)(errand.accept, { id })
  }
  for (const more of [tomorrow, {}, {}]) await tap(await ask(more))
  expect(await refusal(tap(await ask()))).toBe('HANDS_FULL')
  await tap(await ask(tomorrow))
  await expect(tap(await ask(tomorrow))).rejects.toMatchObject({
    code: 'HANDS_FULL',
    detail: { why: '明天已经答应了两单，先不接了' },
  })
  const ids = [await ask(tomorrow), await ask(tomorrow), await ask(tomorrow)]
  const taps = await Promise.allSettled(ids.map(id => tap(id, 'rider-12')))
  expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
})

test('who says which day it is for needs one request, and a wrong day gives him no place more', async () => {
  const of = async (id: string, on?: string) => {
    await toPool(id)
    const person = town.as('rider-21')
    await person(errand.offers, {})
    town.cloud.resetStats()
    const came = await refusal(person(errand.accept, { id, ...(on && { on }) }))
    return [came, town.cloud.stats().totals.requests]
  }
  const yes = 'nothing was refused'
  expect(await of(await ask(tomorrow), '2026-11-24')).toEqual([yes, 1])
  expect(await of(await ask(), '2026-11-23')).toEqual([yes, 1])
  expect(await of(await ask(), '2026-11-24')).toEqual([yes, expect.any(Number)])
  for (const on of ['2026-11-22', '2026-11-23', '2026-11-24', '2030-01-01'])
    expect(await of(await ask(), on)).toEqual(['HANDS_FULL', expect.any(Number)])
  expect(await of(await ask(tomorrow), '2026-11-25')).toEqual([yes, expect.any(Number)])
  for (const on of ['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(await of(await ask(tomorrow), on)).toEqual(['HANDS_FULL', expect.any(Number)])
})

test('what he has already, or has brought already, cannot be accepted once more', async () => {
  const id = await ask()
  await toRider(id, 'rider-10')
  await town.as('rider-10')(errand.accept, { id })
  const held = await town.stored('errands', id)
  expect(await refusal(town.as('rider-10')(errand.accept, { id }))).toBe('TAKEN')
  expect(await town.stored('errands', id)).toEqual(held)
  await town.as('rider-10')(errand.deliver, { id, how: 'person' })
  await refusal(town.as('rider-10')(errand.accept, { id }))
  expect(await town.stored('errands', id)).toMatchObject({ state: 'delivered' })
})
