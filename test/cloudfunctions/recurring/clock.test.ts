import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { privacy } from '@domain/privacy'
import { recurring } from '@domain/recurring'
import { dayMs, momentOf } from '@domain/time'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { meals } from './samples'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const settleDown = async () => {
  for (let i = 0; i < 3; i++) await town.tick()
}
/** The clock rings at this moment; rules are looked for in the minutes that end in 2 and 7. */
const at = async (day: string, clock: string) => {
  town.cloud.clock.set(momentOf(day, clock))
  await settleDown()
}
const firstLunch = async (openid = 'daughter', more: object = {}) =>
  (await town.as(openid)(errand.request, { ...lunch, ...more })).id
const makeRule = async (more: object = {}) =>
  town.as('daughter')(recurring.add, { errandId: await firstLunch(), ...meals, ...more })
/** What the family reads of a rule's errands, in the order of their days. */
const madeOf = async (id: string) =>
  (await town.as('daughter')(errand.mine, {})).rows
    .filter(row => row.recurringId === id)
    .sort((one, other) => (one.when?.from ?? 0) - (other.when?.from ?? 0))
const daysOf = async (id: string) => (await madeOf(id)).map(({ on }) => on)

test('every occurrence is an errand of its own, made the afternoon before, with all that was asked once', async () => {
  const { id } = await makeRule()
  await at('2026-11-24', '14:57')
  expect(await daysOf(id)).toEqual([])
  await at('2026-11-24', '15:02')
  const [wednesday, ...others] = await madeOf(id)
  expect(others).toEqual([])
  expect(wednesday).toMatchObject({
    state: 'requested',
    on: '2026-11-25',
    weekdays: [1, 3, 5],
    what: lunch.what,
    pickUp: lunch.pickUp,
    calls: '爸爸',
    askedBy: '王女士',
    when: { from: momentOf('2026-11-25', '10:30'), until: momentOf('2026-11-25', '11:00') },
  })
  await at('2026-11-26', '15:02')
  await at('2026-11-29', '15:02')
  expect(await daysOf(id)).toEqual(['2026-11-25', '2026-11-27', '2026-11-30'])
})

test('nothing is made twice: timers ring twice, a run dies half way, a rule is changed in between', async () => {
  const { id } = await makeRule()
  town.cloud.clock.set(momentOf('2026-11-24', '15:02'))
  await Promise.all([town.tick(), town.tick(), town.tick()])
  expect(await daysOf(id)).toEqual(['2026-11-25'])
  // It died before the rule could say that the day is made.
  const { madeOn: _none, ...rule } = (await town.stored('recurrings', id)) ?? {}
  await town.set('recurrings', id, { dueAt: 0, madeOn: '2026-11-24' })
  await settleDown()
  expect(await daysOf(id)).toEqual(['2026-11-25'])
  const [{ id: made } = { id: '' }] = await madeOf(id)
  await town.as('daughter')(errand.cancel, { id: made, why: '去医院' })
  await town.as('daughter')(recurring.change, { id, rev: String(rule.rev), ...meals, from: '11:00', until: '11:30' })
  await settleDown()
  expect((await madeOf(id)).map(({ state }) => state)).toEqual(['cancelled'])
  await at('2026-11-26', '15:02')
  expect((await madeOf(id))[1]?.when?.from).toBe(momentOf('2026-11-27', '11:00'))
})

test('calling one day off leaves the rule as it is; a day left out is not made, and can be wanted after all', async () => {
  const { id } = await makeRule()
  await town.as('daughter')(recurring.skip, { id, on: '2026-11-25' })
  await at('2026-11-24', '15:02')
  expect(await daysOf(id)).toEqual([])
  await town.as('daughter')(recurring.unskip, { id, on: '2026-11-25' })
  await at('2026-11-24', '16:02')
  expect(await daysOf(id)).toEqual(['2026-11-25'])
  const left = town.as('daughter')(recurring.skip, { id, on: '2026-11-25' })
  expect(await refusal(left)).toBe('WRONG_STATE')
  const [{ id: made } = { id: '' }] = await madeOf(id)
  await town.as('daughter')(errand.cancel, { id: made, why: '去医院' })
  await at('2026-11-26', '15:02')
  expect(await daysOf(id)).toEqual(['2026-11-25', '2026-11-27'])
})

test('a rule that rests makes nothing, and goes on from the day somebody says so', async () => {
  const { id } = await makeRule()
  await town.as('daughter')(recurring.pause, { id })
  await at('2026-11-24', '15:02')
  await at('2026-11-26', '15:02')
  expect(await daysOf(id)).toEqual([])
  await town.as('daughter')(recurring.resume, { id })
  await settleDown()
  expect(await daysOf(id)).toEqual(['2026-11-27'])
  await town.as('daughter')(recurring.end, { id })
  await at('2026-11-29', '15:02')
  expect(await daysOf(id)).toEqual(['2026-11-27'])
})

test('single days, the last day of the year and the twenty-ninth of February come like others, and then it is over', async () => {
  town.cloud.clock.set(momentOf('2027-12-30', '10:07'))
  const when = { from: momentOf('2027-12-30', '10:30'), until: momentOf('2027-12-30', '11:00') }
  const errandId = await firstLunch('daughter', { when })
  const dates = ['2027-12-31', '2028-01-01', '2028-02-29']
  const days = { ...meals, weekdays: [], dates, fromOn: '2027-12-31', untilOn: '2028-02-29' }
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...days })
  await at('2027-12-30', '15:02')
  await at('2027-12-31', '15:02')
  await at('2028-02-28', '15:02')
  expect(await daysOf(id)).toEqual(dates)
  expect(await town.stored('recurrings', id)).toMatchObject({ state: 'going' })
  await at('2028-03-01', '07:02')
  expect(await town.stored('recurrings', id)).toMatchObject({ state: 'ended' })
  const bad = town.as('daughter')(recurring.add, { errandId, ...days, dates: ['2027-02-29'] })
  expect(await refusal(bad)).toBe('BAD_INPUT')
})

test('a clock that stood still asks for what is still to come, and not for what is over', async () => {
  const { id } = await makeRule()
  await at('2026-12-02', '12:07')
  expect(await daysOf(id)).toEqual([])
  await at('2026-12-03', '15:02')
  expect(await daysOf(id)).toEqual(['2026-12-04'])
})

test('who is no relative any more asks for nothing: the family and the desk are told, and another goes on with it', async () => {
  const son = { communityId: a, role: 'resident' as const }
  const kin = { id: town.fatherId, communityId: a, calls: '爸', elder: '王大爷', place: '金星小区 3号楼' }
  await town.set('people', personId('neighbour'), { households: [kin], memberships: [son] })
  const { id } = await makeRule()
  await town.set('people', personId('daughter'), { households: [] })
  await at('2026-11-24', '15:02')
  expect(await town.stored('recurrings', id)).toMatchObject({ state: 'paused', stopped: 'askerLeft' })
  const sentence = '爸每周一三五的送饭停了：点单的人不再是家里人了'
  expect((await town.as('neighbour')(household.news, {})).rows.map(row => row.sentence)).toContain(sentence)
  const calls = async () => (await town.as('desk')(household.untold, { communityId: a })).rows
  expect(await calls()).toMatchObject([{ id, elder: '王大爷' }])
  await town.as('desk')(household.called, { id, how: 'noAnswer' })
  expect(await calls()).toMatchObject([{ noAnswer: true }])
  await town.as('neighbour')(recurring.resume, { id })
  expect(await calls()).toEqual([])
  await settleDown()
  expect((await town.as('neighbour')(errand.mine, {})).rows[0]).toMatchObject({ on: '2026-11-25', askedBy: '孙女士' })
})

test('medicine is asked for while the consent to it stands, and its name goes with the consent', async () => {
  const medicine = { kind: 'medicine' as const, health: true, what: '降压药两盒', code: '8842' }
  const errandId = await firstLunch('daughter', medicine)
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...meals })
  expect(await town.stored('recurrings', id)).not.toHaveProperty('code')
  await at('2026-11-24', '15:02')
  expect(await madeOf(id)).toMatchObject([{ kind: 'medicine', namedOnly: true }])
  const told = async () => (await town.as('daughter')(errand.inbox, {})).rows.map(({ sentence }) => sentence)
  expect(await told()).toContain('明天照常去拿药。药没开好、钱没付，就点“不用了”')
  await town.as('daughter')(privacy.withdraw, { what: 'health' })
  expect(await town.stored('recurrings', id)).toMatchObject({ what: '药' })
  await at('2026-11-26', '15:02')
  expect(await daysOf(id)).toEqual(['2026-11-25'])
  expect(await town.stored('recurrings', id)).toMatchObject({ state: 'paused', stopped: 'noConsent', callsOpen: 1 })
  expect(await refusal(town.as('daughter')(recurring.resume, { id }))).toBe('AGREE_FIRST')
  await town.as('daughter')(recurring.resume, { id, agreed: ticked(['health']) })
  await settleDown()
  expect(await daysOf(id)).toEqual(['2026-11-25', '2026-11-27'])
})

test('of what a shop must have been told anew the family is asked, of the canteen’s lunch it is not', async () => {
  const told = async () => (await town.as('daughter')(errand.inbox, {})).rows.map(({ sentence }) => sentence)
  const asks = '明天照常去拿饭。店里没下单、钱没付，就点“不用了”'
  await makeRule()
  const errandId = await firstLunch('daughter', { meal: { source: 'shop' }, pickUp: '老周面馆' })
  await town.as('daughter')(recurring.add, { errandId, ...meals, fromOn: '2026-11-26' })
  await at('2026-11-24', '15:02')
  expect(await told()).not.toContain(asks)
  await at('2026-11-26', '15:02')
  expect(await told()).toContain(asks)
})

test('with its household a rule is gone too', async () => {
  const { id } = await makeRule()
  await town.as('desk')(household.substitute, { id: town.fatherId, riderId: personId('li'), on: ['2026-11-25'] })
  for (const { id: open } of (await town.as('daughter')(errand.mine, {})).rows)
    await town.as('daughter')(errand.cancel, { id: open, why: '不用了' })
  await town.as('daughter')(privacy.erase, { together: [town.fatherId] })
  await at('2026-11-23', '11:07')
  town.cloud.clock.advance(dayMs)
  await settleDown()
  expect(await town.stored('recurrings', id)).toBeUndefined()
})

test('a rule whose household is not there any more ends by itself', async () => {
  const { id } = await makeRule()
  await town.set('recurrings', id, { householdId: 'h-gone' })
  await at('2026-11-24', '15:02')
  expect(await town.stored('recurrings', id)).toMatchObject({ state: 'ended' })
})

test('of an idle ring two queries are billed, also in the minute in which rules are looked for', async () => {
  await makeRule()
  for (const clock of ['10:37', '10:38', '23:10']) {
    await at('2026-11-23', clock)
    town.cloud.clock.set(momentOf('2026-11-23', clock))
    town.cloud.resetStats()
    await town.tick()
    const leavers = clock === '23:10' ? 1 : 0
    expect(town.cloud.stats().totals.requests).toBe(2 + leavers)
  }
})

test('after a gap everything is looked for at the first ring, whatever the minute', async () => {
  const { id } = await makeRule()
  await settleDown()
  town.cloud.clock.set(momentOf('2026-11-24', '15:19'))
  await town.tick()
  expect(await daysOf(id)).toEqual(['2026-11-25'])
})

test('a rule asked for late in the evening is made that night', async () => {
  town.cloud.clock.set(momentOf('2026-11-23', '22:31'))
  const when = { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') }
  const errandId = await firstLunch('daughter', { when })
  const early = { ...meals, weekdays: [2] satisfies 2[], from: '07:00', until: '07:30' }
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...early })
  await at('2026-11-23', '22:40')
  expect(await daysOf(id)).toEqual(['2026-11-24'])
})

test('a tap tried again makes one rule', async () => {
  const errandId = await firstLunch()
  const key = newKey()
  const one = await town.as('daughter')(recurring.add, { errandId, ...meals }, key)
  const two = await town.as('daughter')(recurring.add, { errandId, ...meals }, key)
  expect(two.id).toBe(one.id)
  expect((await town.as('daughter')(recurring.list, { householdId: town.fatherId })).rows).toHaveLength(1)
})
