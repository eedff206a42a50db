import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { dayMs, minuteMs } from '@domain/time'
import { a, allWeek, b, lunch, openTown, person, personId, refusal, type Town } from '../town'

// A machine that does much else takes its time over fifty calls.

let town: Town
beforeEach(async () => {
  town = await openTown()
  await town.set('communities', a, { auto: true })
  await town.set('households', 'h-father', { regularRiderId: personId('zhang') })
  await town.put('errands', { ...before, _id: 'before', slot: 'before' })
})
afterEach(() => town.close())

/** The household is known: it had something brought once. */
const before = {
  communityId: a,
  householdId: 'h-father',
  state: 'confirmed',
  rev: 'r0',
  touchedAt: 0,
  closedAt: 1,
  dueAt: 9e15,
}
const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const stored = (id: string) => town.stored('errands', id)
const settleDown = async () => {
  for (let i = 0; i < 3; i++) await town.tick()
}
/** So many minutes go by, and the clock rings. */
const later = async (minutes: number) => {
  town.cloud.clock.advance(minutes * minuteMs)
  await settleDown()
}
const told = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(({ sentence }) => sentence)
const ask2 = (openid: string, id: string) => town.as(openid)(errand.accept, { id })
const beside = (openid: string, more: object = {}) =>
  person(openid, '陈师傅', [{ communityId: b, role: 'rider' }], {
    trade: 'courier',
    neighbours: [a],
    hours: allWeek,
    ...more,
  })

test('what nobody dispatched for ten minutes goes to the regular rider, then near, wide and beside, and then it rises', async () => {
  await town.put('people', beside('next-door'))
  const id = await ask()
  await later(9)
  expect(await stored(id)).toMatchObject({ state: 'requested' })
  await later(2)
  const regular = await stored(id)
  expect(regular).toMatchObject({
    state: 'dispatched',
    offer: { to: 'rider', riderId: personId('zhang'), wave: 'regular', by: 'clock' },
    timeline: expect.arrayContaining([
      expect.objectContaining({ verb: 'widen', as: 'clock', why: '常来的张师傅，按社区的设置' }),
    ]),
  })
  await later(10)
  expect(await stored(id)).toMatchObject({ offer: { to: 'pool', wave: 'near' }, openTo: ['compound:k1'] })
  await later(10)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'community' }, openTo: [`community:${a}`] })
  await later(15)
  expect(await stored(id)).toMatchObject({
    offer: { wave: 'neighbours' },
    openTo: [`community:${a}`, `neighbour:${a}:${b}`],
  })
  await later(10)
  expect(await stored(id)).toMatchObject({ state: 'dispatched', escalated: { why: 'nobodyAccepts' } })
  expect(await told('daughter')).toEqual(
    expect.arrayContaining([
      '先问了常来的张师傅，等他答应',
      '正在问附近的师傅',
      '正在问整个社区的师傅',
      '正在问邻近社区的师傅',
    ]),
  )
  expect(await told('desk')).toContain('没人接，请您来定')
  await ask2('next-door', id)
  expect(await stored(id)).toMatchObject({ state: 'accepted', riderName: '陈师傅' })
})

test('who stands in that day is asked in the place of the regular one, and is not called the usual one', async () => {
  await town.set('people', personId('li'), { hours: allWeek, quiet: [] })
  const id = await ask()
  await town.set('errands', id, { substituteId: personId('li'), substituteName: '李师傅' })
  await later(11)
  expect(await stored(id)).toMatchObject({
    offer: { riderId: personId('li'), wave: 'regular' },
    timeline: expect.arrayContaining([expect.objectContaining({ why: '替班的李师傅，按社区的设置' })]),
  })
  expect(await told('daughter')).toContain('问了李师傅，等他答应')
})

test('a wave that reaches nobody is not waited for', async () => {
  await town.set('people', personId('zhang'), { areas: [], restUntil: 9e15, freeUntil: 0 })
  const id = await ask()
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'community' } })
  await later(16)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'community' }, escalated: { why: 'nobodyAccepts' } })
})

test.each([
  ['off duty', { hours: [] }],
  ['in his own quiet hours', { quiet: [[10, 11]] }],
  ['at the number he set for a week', { weeklyCap: 1 }],
])('a regular rider %s is not asked by the clock', async (_, fields) => {
  await town.set('people', personId('zhang'), fields)
  await town.put('errands', {
    ...before,
    _id: 'this-week',
    slot: 'this-week',
    riderId: personId('zhang'),
    openTo: [`person:${personId('zhang')}`],
    acceptedAt: town.cloud.clock.now(),
  })
  const id = await ask()
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { to: 'pool', wave: 'near' } })
})

test.each([
  ['today', lunch.when, 11, 'near'],
  ['tomorrow', { from: lunch.when.from + dayMs, until: lunch.when.until + dayMs }, 6 * 60, 'regular'],
])('a regular rider with two in hand is asked by the clock only for another day: %s', async (_, when, waits, wave) => {
  for (const note of ['一', '二']) {
    const id = await ask({ note })
    await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: personId('zhang') } })
  }
  const id = await ask({ when })
  await later(waits)
  expect(await stored(id)).toMatchObject({ offer: { wave } })
})

test('who said no is not asked again by itself', async () => {
  const id = await ask()
  await later(11)
  await town.as('zhang')(errand.decline, { id, why: '正忙着' })
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { to: 'pool', wave: 'near' } })
})

test.each([
  ['the community has not set it', async () => town.set('communities', a, { auto: false })],
  ['it is the household’s first', async () => town.set('errands', 'before', { state: 'cancelled' })],
])('it waits for the desk and rises when %s', async (_, make) => {
  await make()
  const id = await ask()
  await later(11)
  expect(await stored(id)).toMatchObject({ state: 'requested', escalated: { why: 'waitsLong' } })
})

test('what is urgent, a medicine, or was taken back is the desk’s own to dispatch', async () => {
  const urgent = await ask()
  await town.as('desk')(errand.hasten, { id: urgent, why: '老人等着' })
  const medicine = await ask({ kind: 'medicine', health: true })
  const taken = await ask()
  await later(11)
  expect(await stored(urgent)).toMatchObject({ state: 'requested', escalated: { why: 'waitsLong' } })
  expect(await stored(medicine)).toMatchObject({ state: 'requested', escalated: { why: 'waitsLong' } })
  await town.as('desk')(errand.recall, { id: taken, from: personId('zhang') })
  expect(await stored(taken)).toMatchObject({ state: 'requested', openTo: [], byHand: true })
  expect(await told('zhang')).toContain('社区收回了这一单，您不用去了，谢谢您')
  await later(11)
  expect(await stored(taken)).toMatchObject({ state: 'requested', escalated: { why: 'waitsLong' } })
})

test('a lone elder’s errand is asked of the regular rider and then rises: nothing named goes to the pool by itself', async () => {
  await town.set('households', 'h-father', { alone: true })
  const id = await ask()
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'regular' } })
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'regular' }, escalated: { why: 'nobodyAccepts' } })
})

test('a child is driven to an examination by whom the desk names: by itself nobody is asked, and not everybody', async () => {
  const ride = { place: '第一中学', leg: 'there' } as const
  const id = await ask({ kind: 'ride', what: '送考生', money: { how: 'none' }, ride })
  expect(await refusal(town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' }))).toBe('NAME_ONE')
  await later(11)
  expect(await stored(id)).toMatchObject({ state: 'requested', escalated: { why: 'rideUnmanned' } })
})

test('an urgent errand has the tighter clock from the tap on, and the old one when it is not urgent any more', async () => {
  await town.set('communities', a, { auto: false })
  const hurried = await ask()
  const calmed = await ask()
  for (const id of [hurried, calmed]) await town.as('desk')(errand.hasten, { id, why: '老人等着' })
  await town.as('desk')(errand.ease, { id: calmed })
  await later(4)
  expect(await stored(hurried)).toMatchObject({ urgent: '老人等着', escalated: { why: 'waitsLong' } })
  expect(await stored(calmed)).not.toHaveProperty('escalated')
  expect(await refusal(town.as('desk')(errand.ease, { id: calmed }))).toBe('WRONG_STATE')
})

test('the desk may begin with the riders near by, and is told when there are none', async () => {
  const id = await ask()
  const near = { id, communityId: a, to: 'pool' as const, wave: 'near' as const }
  await town.as('desk')(errand.dispatch, near)
  expect(await stored(id)).toMatchObject({ offer: { wave: 'near', by: 'desk' }, openTo: ['compound:k1'] })
  expect(await refusal(ask2('li', id))).toBe('WRONG_STATE')
  await later(11)
  await ask2('li', id)
  const other = await ask()
  expect(await refusal(town.as('desk')(errand.dispatch, { ...near, id: other, wave: 'neighbours' }))).toBe(
    'NOBODY_THERE',
  )
})

test('the desk’s word and the clock’s meet on one write: whoever comes second finds it done', async () => {
  const id = await ask()
  town.cloud.clock.advance(11 * minuteMs)
  const named = town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
  await Promise.allSettled([named, town.tick()])
  const { timeline, offer } = (await stored(id)) as { timeline: { verb: string }[]; offer: { by: string } }
  const verbs = timeline.map(({ verb }) => verb).filter(verb => verb === 'dispatch' || verb === 'widen')
  expect(verbs).toEqual([offer.by === 'clock' ? 'widen' : 'dispatch'])
})

test('taken back while it is accepted: one of both, never both', async () => {
  const id = await ask()
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  const [taken, back] = await Promise.allSettled([ask2('li', id), town.as('desk')(errand.recall, { id })])
  expect([taken.status, back.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect(await stored(id)).toMatchObject({ state: taken.status === 'fulfilled' ? 'accepted' : 'requested' })
})

test('the number he set for a week holds when he takes one himself, and a tap tried again is answered', async () => {
  await town.set('people', personId('li'), { weeklyCap: 1 })
  const ids = [await ask(), await ask()] as const
  for (const id of ids) await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  const first = await town.as('li')(errand.accept, { id: ids[0] }, 'key-cap-one')
  expect(await refusal(ask2('li', ids[1]))).toBe('CAP_REACHED')
  expect(await town.as('li')(errand.accept, { id: ids[0] }, 'key-cap-one')).toEqual(first)
})

test('who is off duty is not pushed, whoever asks; who is on duty hears of an open wave', async () => {
  await town.set('communities', a, { auto: false })
  for (const openid of ['zhang', 'li']) town.cloud.wechat.grants(openid, 'XINLIN_TASK', 5)
  await town.as('li')(people.free, { free: false })
  const pooled = await ask()
  await town.as('desk')(errand.dispatch, { id: pooled, communityId: a, to: 'pool', wave: 'near' })
  const named = await ask()
  await town.as('desk')(errand.dispatch, { id: named, communityId: a, to: { riderId: personId('li') } })
  await later(11)
  const rung = (openid: string) => JSON.stringify(town.cloud.wechat.notices(openid))
  expect(rung('zhang')).toContain('有一单等人帮忙，谁顺路')
  expect(rung('li')).not.toMatch(/谁顺路|请您帮个忙/)
  // The list is his to open at any hour.
  expect((await town.as('li')(errand.offers, {})).rows.map(({ id }) => id).sort()).toEqual([named, pooled].sort())
})

test('the regular one whom the desk says cannot come is not asked for it again by the clock', async () => {
  const id = await ask()
  await later(11)
  expect(await stored(id)).toMatchObject({ offer: { riderId: personId('zhang') } })
  const relieved = { communityId: a, riderId: personId('zhang'), absent: 'wheels' as const, list: [{ id }] }
  await town.as('desk')(errand.relieve, relieved)
  await town.as('zhang')(people.free, { free: true })
  await later(11)
  expect(await stored(id)).toMatchObject({ state: 'dispatched', offer: { to: 'pool', wave: 'near' } })
})

test('an errand asked for while this instance had not heard of the storm does not go on by itself', async () => {
  const id = await ask()
  const until = town.cloud.clock.now() + 120 * minuteMs
  await town.set('communities', a, { stop: { why: '暴雨', until } })
  await later(11)
  expect(await stored(id)).toMatchObject({ state: 'requested', stop: { why: '暴雨' } })
})

test('of what everybody was asked for yesterday nobody who passes by reads today; the desk has it among what is stuck', async () => {
  const id = await ask()
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool', lifted: true })
  const offered = async () => (await town.as('zhang')(errand.offers, {})).rows.map(row => row.id)
  await later(30)
  expect(await offered()).toEqual([id])
  await later(24 * 60)
  expect(await offered()).toEqual([])
  expect((await town.as('desk')(errand.board, { communityId: a })).rows).toMatchObject([
    { id, escalated: { why: 'nobodyArrives' } },
  ])
})

test('what the weather held until its time was over goes to nobody by itself: the desk asks whether it is still wanted', async () => {
  const id = await ask()
  const until = town.cloud.clock.now() + 3 * 60 * minuteMs
  await town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until })
  await later(181)
  await later(11)
  expect(await stored(id)).toMatchObject({ state: 'requested', escalated: { why: 'waitsLong' } })
})
