import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { minuteMs, momentOf } from '@domain/time'
import { a, b, fatherHousehold, lunch, morning, newKey, openTown, person, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const zhang = personId('zhang')
const li = personId('li')
const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const tomorrow = { when: { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') } }
const stored = (id: string) => town.stored('errands', id)
const propose = async (input: object = {}) =>
  (await town.as('desk')(errand.propose, { communityId: a, ...input })).rows.map(row => [row.id, row.proposed?.riderId])
const cardOf = async (riderId: string) =>
  (await town.as('desk')(errand.riders, { communityId: a })).rows.find(({ id }) => id === riderId)

describe('whom the desk was shown', () => {
  test('stays with the errand, with whom it chose and why, for the desk alone', async () => {
    const id = await ask()
    const choosing = { shown: [zhang, li], because: 'family' as const }
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: li }, ...choosing })
    const choice = { at: expect.any(Number), shown: [zhang, li], riderId: li, because: 'family' }
    expect(await stored(id)).toMatchObject({ choices: [choice] })
    expect((await town.as('desk')(errand.one, { id })).choices).toEqual([choice])
    for (const who of ['daughter', 'li']) expect((await town.as(who)(errand.one, { id })).choices).toBeUndefined()
    expect((await town.as('desk')(errand.board, { communityId: a })).rows[0]?.choices).toBeUndefined()
  })

  test('also when it was shown nobody', async () => {
    const id = await ask()
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: li }, shown: [] })
    expect(await stored(id)).toMatchObject({ choices: [{ shown: [], riderId: li }] })
  })

  test('another than the first wants a reason; the first wants none', async () => {
    const id = await ask()
    const to = { id, communityId: a, to: { riderId: li } }
    expect(await refusal(town.as('desk')(errand.dispatch, { ...to, shown: [zhang, li] }))).toBe('SAY_WHY')
    expect(await stored(id)).toMatchObject({ state: 'requested' })
    await town.as('desk')(errand.dispatch, { ...to, shown: [li, zhang] })
    const again = { ...to, to: { riderId: zhang }, from: li, shown: [li] }
    expect(await refusal(town.as('desk')(errand.reassign, again))).toBe('SAY_WHY')
    await town.as('desk')(errand.reassign, { ...again, because: 'knows' })
    expect((await stored(id))?.choices).toHaveLength(2)
  })

  test('who said yes on the telephone is reason enough; who is asked by an older phone is not refused', async () => {
    const called = await ask()
    await town.as('desk')(errand.agree, { id: called, communityId: a, by: { riderId: li }, shown: [zhang, li] })
    expect(await stored(called)).toMatchObject({ choices: [{ riderId: li, shown: [zhang, li], because: 'agreed' }] })
    const old = await ask({ note: '第二单' })
    await town.as('desk')(errand.dispatch, { id: old, communityId: a, to: { riderId: li } })
    expect((await stored(old))?.choices).toBeUndefined()
  })

  test('who said no, or gave it back, is not suggested for it again', async () => {
    const id = await ask()
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: zhang } })
    await town.as('zhang')(errand.decline, { id, why: '轮胎没气了' })
    await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: li } })
    await town.as('li')(errand.handBack, { id, why: '走不开' })
    const [row] = (await town.as('desk')(errand.board, { communityId: a })).rows
    expect(row?.saidNo).toEqual([zhang, li])
    expect(await propose()).toEqual([[id, undefined]])
  })
})

describe('what is known of a rider when he is suggested', () => {
  test('what he says of himself, what he carries and is asked, and the grids he passes', async () => {
    const grids = [{ id: 'w1', name: '第一网格', buildings: ['金星小区 3号楼'] }]
    await town.set('communities', a, { grids })
    // Which grids there are is remembered for ten minutes.
    town.cloud.clock.set(morning + 11 * minuteMs)
    await town.set('people', zhang, {
      hours: [{ days: [1], from: '09:00', until: '12:00' }],
      skills: ['carry'],
      vehicle: 'ebike',
      certificates: [{ kind: 'health', until: '2027-01-01' }],
      weeklyCap: 6,
    })
    const first = await ask()
    await town.as('desk')(errand.agree, { id: first, communityId: a, by: { riderId: zhang } })
    await town.as('desk')(errand.dispatch, {
      id: await ask({ note: '第二单' }),
      communityId: a,
      to: { riderId: zhang },
    })
    expect(await cardOf(zhang)).toMatchObject({
      skills: ['carry'],
      vehicle: 'ebike',
      weeklyCap: 6,
      inHand: 1,
      thisWeek: 1,
      asked: 1,
      hours: [{ days: [1], from: '09:00', until: '12:00' }],
      certificates: [{ kind: 'health', until: '2027-01-01' }],
      grids: ['w1'],
    })
    expect(JSON.stringify(await cardOf(zhang))).not.toContain('13800000001')
  })
})

test('what a rider has agreed to or is asked for another day is counted for that day, and not in hand', async () => {
  const ids = [await ask(tomorrow), await ask({ ...tomorrow, note: '二' }), await ask({ ...tomorrow, note: '三' })]
  for (const id of ids.slice(0, 2)) await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: zhang } })
  await town.as('desk')(errand.dispatch, { id: ids[2] ?? '', communityId: a, to: { riderId: zhang } })
  expect(await cardOf(zhang)).toMatchObject({
    inHand: 0,
    asked: 1,
    ahead: [{ on: '2026-11-24', inHand: 2, asked: 1 }],
    booked: ids.map(() => ({ ...tomorrow.when, drives: false })),
  })
  const [today, then] = [await ask({ note: '今天的' }), await ask({ ...tomorrow, note: '四' })]
  expect(await propose({ ids: [today] })).toEqual([[today, zhang]])
  expect(await propose({ ids: [then] })).toEqual([[then, li]])
  town.cloud.clock.set(momentOf('2026-11-24', '08:00'))
  expect(await cardOf(zhang)).toMatchObject({ inHand: 2, asked: 1 })
})

describe('一起派', () => {
  test('each errand that waits with one rider and his reasons; what waits for a call, or is under way, is not in it', async () => {
    const [first, second] = [await ask(), await ask({ kind: 'parcel', what: '取快递' })]
    const going = await ask({ note: '在办的' })
    await town.as('desk')(errand.agree, { id: going, communityId: a, by: 'self' })
    const { rows } = await town.as('desk')(errand.propose, { communityId: a })
    const of = (id: string) => rows.find(row => row.id === id)
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort())
    expect(of(first)?.proposed).toMatchObject({ riderId: zhang, name: '张师傅', shown: [zhang, li] })
    expect(of(first)?.proposed?.reasons).toEqual(['做这行', '本小区', '这时候方便', '本周 0 单'])
    expect(of(second)?.proposed).toMatchObject({ riderId: li, shown: [li, zhang] })
    expect(of(first)).toMatchObject({ elder: '王大爷', building: '3号楼' })
    expect(await propose({ ids: [second] })).toEqual([[second, li]])
  })

  test('writes nothing, and is for this desk alone', async () => {
    const id = await ask()
    const before = await stored(id)
    await propose()
    expect(await stored(id)).toEqual(before)
    for (const who of ['zhang', 'daughter', 'desk-b', 'officer'])
      expect(await refusal(town.as(who)(errand.propose, { communityId: a }))).toBe('FORBIDDEN')
    expect((await town.as('desk-b')(errand.propose, { communityId: b })).rows).toEqual([])
  })

  test('confirmed, each goes its own way; what somebody was quicker with is said and holds up no other', async () => {
    const [first, second, third] = [await ask(), await ask({ note: '二' }), await ask({ note: '三' })]
    await town.as('desk')(errand.agree, { id: second, communityId: a, by: { riderId: li } })
    const list = [
      { id: first, riderId: zhang, shown: [zhang, li] },
      { id: second, riderId: zhang, shown: [zhang] },
      { id: third, riderId: li, shown: [zhang, li] },
      { id: 'r-none', riderId: li },
    ]
    const { rows } = await town.as('desk')(errand.dispatchMany, { communityId: a, list })
    expect(rows).toEqual([
      { id: first, state: 'dispatched' },
      { id: second, code: 'WRONG_STATE', detail: { who: '李师傅' } },
      { id: third, code: 'SAY_WHY' },
      { id: 'r-none', code: 'NOT_FOUND' },
    ])
    expect(await stored(first)).toMatchObject({ offer: { riderId: zhang }, choices: [{ riderId: zhang }] })
  })

  test('a rider who has left since is said to have left, in whatever way he is named', async () => {
    const [id, other] = [await ask(), await ask({ note: '二' })]
    await town.as('desk')(errand.agree, { id: other, communityId: a, by: { riderId: li } })
    await town.set('people', zhang, { memberships: [], rev: 'gone' })
    const [there, to] = [{ communityId: a }, { riderId: zhang }]
    for (const named of [
      town.as('desk')(errand.dispatch, { id, ...there, to }),
      town.as('desk')(errand.agree, { id, ...there, by: to }),
      town.as('desk')(errand.reassign, { id: other, ...there, to, from: li }),
      town.as('desk')(errand.nameBackup, { id, ...there, ...to }),
    ])
      await expect(named).rejects.toMatchObject({ code: 'RIDER_GONE', sentence: '这位师傅不在了，换一位' })
    const { rows } = await town.as('desk')(errand.dispatchMany, { ...there, list: [{ id, ...to }] })
    expect(rows).toEqual([{ id, code: 'RIDER_GONE' }])
  })

  test('tapped twice, or sent again after a lost answer, it is done once', async () => {
    const [first, second] = [await ask(), await ask({ note: '二' })]
    const list = [first, second].map(id => ({ id, riderId: zhang }))
    const key = newKey()
    const send = () => town.as('desk')(errand.dispatchMany, { communityId: a, list }, key)
    expect(await send()).toEqual(await send())
    for (const id of [first, second]) expect((await stored(id))?.timeline).toHaveLength(2)
    // He has answered meanwhile: the repetition is still the same answer, and takes nothing back.
    await town.as('zhang')(errand.accept, { id: first })
    expect((await send()).rows.map(({ state }) => state)).toEqual(['dispatched', 'dispatched'])
    expect(await stored(first)).toMatchObject({ state: 'accepted', riderId: zhang })
  })

  test('of two desks that confirm at once each errand goes to one rider', async () => {
    await town.put('people', person('colleague', '小王', [{ communityId: a, role: 'dispatcher' }]))
    const ids = [await ask(), await ask({ note: '二' }), await ask({ note: '三' })]
    const send = (who: string, riderId: string, list: string[]) =>
      town.as(who)(errand.dispatchMany, { communityId: a, list: list.map(id => ({ id, riderId })) })
    const answers = await Promise.all([send('desk', zhang, ids), send('colleague', li, [...ids].reverse())])
    const through = answers.flatMap(({ rows }) =>
      rows.filter(({ state }) => state === 'dispatched').map(({ id }) => id),
    )
    expect(through.sort()).toEqual([...ids].sort())
    for (const id of ids) expect((await stored(id))?.timeline).toHaveLength(2)
  })

  test('an errand of another community is none of this desk’s', async () => {
    await town.put('households', { ...fatherHousehold, _id: 'h-b', householdId: 'h-b', communityId: b })
    const ofB = { ...lunch, communityId: b, householdId: 'h-b', byPhone: true }
    const { id } = await town.as('desk-b')(errand.request, ofB)
    const list = [{ id, riderId: zhang }]
    const { rows } = await town.as('desk')(errand.dispatchMany, { communityId: a, list })
    expect(rows).toEqual([{ id, code: 'FORBIDDEN' }])
    expect(await stored(id)).toMatchObject({ state: 'requested' })
  })
})

describe('轮到谁', () => {
  test('counts this week and this month, in name order, to the desk alone', async () => {
    await town.set('people', li, { weeklyCap: 2 })
    const id = await ask()
    await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: li } })
    const long = await ask({ note: '上周的' })
    await town.as('desk')(errand.agree, { id: long, communityId: a, by: { riderId: zhang } })
    await town.set('errands', long, { acceptedAt: momentOf('2026-11-20', '10:00') })
    const { rows } = await town.as('desk')(errand.turns, { communityId: a })
    expect(rows).toEqual([
      { id: li, name: '李师傅', trade: 'courier', week: 1, month: 1, weeklyCap: 2 },
      { id: zhang, name: '张师傅', trade: 'takeaway', week: 0, month: 1 },
    ])
    for (const who of ['zhang', 'daughter', 'officer', 'desk-b'])
      expect(await refusal(town.as(who)(errand.turns, { communityId: a }))).toBe('FORBIDDEN')
  })

  test('whoever has carried more does not come before or after for it', async () => {
    const order = async () => (await town.as('desk')(errand.turns, { communityId: a })).rows.map(({ name }) => name)
    const before = await order()
    for (const rider of [zhang, li]) {
      const id = await ask({ note: rider })
      await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: rider } })
      expect(await order()).toEqual(before)
    }
  })
})

test('a named regular rider is proposed before whoever else fits', async () => {
  const home = await town.as('desk')(household.one, { id: town.fatherId })
  await town.as('desk')(household.regular, { id: town.fatherId, rev: home.rev ?? '', riderId: li })
  const id = await ask()
  expect(await propose()).toEqual([[id, li]])
})
