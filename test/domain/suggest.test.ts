import { costOf, terms } from '@domain/errand/cost'
import type { RiderCard } from '@domain/errand/dispatching'
import { bars } from '@domain/errand/excluded'
import type { Errand } from '@domain/errand/record'
import { suggest, unsuggested } from '@domain/errand/suggest'
import { momentOf } from '@domain/time'
import { beforeEleven, now, riderCard, waiting } from './rider-cards'

const namesFor = (errand: Errand, ...riders: RiderCard[]): string[] =>
  suggest(errand, riders, now).map(({ rider }) => rider.name)
const reasonsFor = (errand: Errand, rider: RiderCard): string[] | undefined => suggest(errand, [rider], now)[0]?.reasons
const whyNot = (errand: Errand, rider: RiderCard): string | undefined => unsuggested(errand, [rider], now)[0]?.why

const lunch = waiting('e1', { kind: 'meal', compoundId: 'k1', gridId: 'w1' })
const ride = waiting('e2', { kind: 'ride' })
const licensed = { vehicle: 'car', certificates: [{ kind: 'driving', until: '2027-01-01' }] }

/** Each term: an errand and somebody of whom it is true, as far as possible of nothing else. */
const trueOf: Record<keyof typeof terms, [errand: Errand, more: Partial<RiderCard>, word: string | undefined]> = {
  substitute: [waiting('e', { substituteId: '甲' }), {}, '这天替班'],
  regular: [waiting('e', { regularRiderId: '甲' }), {}, '常送这户'],
  trade: [lunch, { trade: 'courier' }, '做这行'],
  compound: [lunch, { areas: ['k1'] }, '本小区'],
  grid: [lunch, { areas: ['k2'], grids: ['w1'] }, '本网格'],
  free: [lunch, { free: true }, '今天有空'],
  hours: [lunch, { hours: [{ days: [1], from: '09:30', until: '11:00' }] }, '这时候方便'],
  skill: [waiting('e', { heavy: true }), { skills: ['carry'] }, '能扛重物'],
  vehicle: [waiting('e', { heavy: true }), { vehicle: 'tricycle' }, '有三轮'],
  paper: [lunch, { certificates: [{ kind: 'health', until: '2026-11-23' }] }, '健康证有效'],
  neighbour: [lunch, { neighbour: true }, '邻近社区'],
  hands: [lunch, { inHand: 1 }, '手上 1 单'],
  week: [lunch, { thisWeek: 2 }, '本周 2 单'],
}

test.each(Object.entries(trueOf))(
  'the term %s counts its own weight, and has its word',
  (name, [errand, more, word]) => {
    const { weight, times } = Object.entries(terms).find(([one]) => one === name)?.[1] ?? terms.week
    const pair = { errand, rider: riderCard('甲', more), now, before: 0 }
    const nothing = { ...pair, rider: riderCard('乙') }
    expect(costOf(pair) - costOf(nothing)).toBe(weight * times(pair))
    expect(reasonsFor(errand, pair.rider)).toContain(word)
    expect(reasonsFor(errand, nothing.rider)).toEqual(['本周 0 单'])
  },
)

/** Each bar: an errand and somebody whom it keeps off. */
const keptOff: Record<string, [errand: Errand, more: Partial<RiderCard>, why: string]> = {
  handsFull: [lunch, { inHand: 2 }, '手上两单'],
  noAdvance: [waiting('e', { money: { how: 'atDoor', capYuan: 50 } }), { advances: false }, '不垫钱'],
  absent: [lunch, { away: true }, '今天来不了'],
  saidNo: [waiting('e', { saidNo: ['甲'] }), {}, '这一单他说过不行'],
  away: [waiting('e', { regularRiderId: '甲', substituteId: '乙' }), {}, '这天有人替他'],
  driving: [lunch, { booked: [{ ...beforeEleven, drives: true }] }, '这时候在接送'],
  asked: [lunch, { inHand: 1, asked: 1 }, '已经问了他别的单'],
  capped: [lunch, { weeklyCap: 5, thisWeek: 5 }, '本周到上限了'],
  paperOver: [lunch, { certificates: [{ kind: 'health', until: '2026-11-22' }] }, '健康证过期'],
  noLicence: [ride, { vehicle: 'car' }, '没登记驾驶证'],
  noCar: [ride, { ...licensed, vehicle: 'ebike' }, '没有汽车'],
  resting: [
    waiting('e', { when: { from: momentOf('2026-11-23', '11:00'), until: momentOf('2026-11-23', '11:30') } }),
    { trade: 'takeaway' },
    '这时候休息',
  ],
  offDuty: [lunch, { hours: [{ days: [1], from: '09:30', until: '10:30' }] }, '不在他方便的时候'],
}

test.each(Object.keys(bars))('the bar %s keeps somebody off, and the desk reads why', name => {
  const [errand, more, why] = keptOff[name] ?? [lunch, {}, 'not tried']
  expect(whyNot(errand, riderCard('甲', more))).toBe(why)
  expect(namesFor(errand, riderCard('甲', more))).toEqual([])
  expect(whyNot(errand, riderCard('丙'))).toBe(errand === ride ? '没登记驾驶证' : undefined)
})

test('two in hand keep nobody from what is for another day; two of that day do', () => {
  const when = { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') }
  const next = { ...lunch, when }
  const busy = riderCard('甲', { inHand: 2, asked: 1 })
  expect(reasonsFor(next, busy)).toEqual(['本周 0 单'])
  const ahead = (inHand: number, asked: number) => riderCard('甲', { ahead: [{ on: '2026-11-24', inHand, asked }] })
  expect(whyNot(next, ahead(2, 0))).toBe('那天已有两单')
  expect(whyNot(next, ahead(1, 1))).toBe('已经问了他别的单')
  expect(reasonsFor(next, ahead(1, 0))).toContain('那天 1 单')
  expect(reasonsFor(lunch, { ...ahead(2, 2), asked: 2 })).toEqual(['本周 0 单'])
  expect(whyNot({ ...lunch, when: { from: now - 1, until: now } }, busy)).toBe('手上两单')
})

test('nothing goes beside a ride at the same time; two lunches do, and so does what ends before it begins', () => {
  const driver = (drives: boolean, until: string): RiderCard =>
    riderCard('甲', {
      ...licensed,
      booked: [{ from: momentOf('2026-11-23', '10:00'), until: momentOf('2026-11-23', until), drives }],
    })
  expect(whyNot(ride, driver(true, '10:45'))).toBe('这时候在接送')
  expect(whyNot(ride, driver(false, '10:45'))).toBe('这时候手上有单')
  expect(whyNot(lunch, driver(false, '10:45'))).toBeUndefined()
  expect(whyNot(ride, driver(true, '10:30'))).toBeUndefined()
})

test('who chose no cap for his week is kept off by none', () => {
  expect(namesFor(lunch, riderCard('甲', { weeklyCap: 0, thisWeek: 3 }))).toEqual(['甲'])
})

test('the regular one comes first, with the reasons in words', () => {
  const errand = { ...lunch, regularRiderId: '张师傅' }
  const zhang = riderCard('张师傅', { free: true, areas: ['k1'], thisWeek: 2 })
  const [first] = suggest(errand, [riderCard('李师傅', { free: true, trade: 'courier' }), zhang], now)
  expect(first).toMatchObject({ rider: { name: '张师傅' }, reasons: ['常送这户', '本小区', '今天有空', '本周 2 单'] })
})

test('who stands in for him that day comes in his place', () => {
  const errand = { ...lunch, regularRiderId: '张师傅', substituteId: '王师傅' }
  expect(namesFor(errand, riderCard('张师傅'), riderCard('王师傅'), riderCard('李师傅', { trade: 'courier' }))).toEqual(
    ['王师傅', '李师傅'],
  )
})

test('the trade comes before place and time', () => {
  const here = riderCard('甲', { areas: ['k1'], free: true, hours: [{ days: [1], from: '09:00', until: '12:00' }] })
  expect(namesFor(lunch, here, riderCard('乙', { trade: 'courier' }))).toEqual(['乙', '甲'])
  expect(
    namesFor(
      waiting('e', { kind: 'parcel' }),
      riderCard('甲', { trade: 'takeaway' }),
      riderCard('乙', { trade: 'courier' }),
    ),
  ).toEqual(['乙', '甲'])
  expect(namesFor(ride, riderCard('甲', licensed), riderCard('乙', { ...licensed, trade: 'hailing' }))).toEqual([
    '乙',
    '甲',
  ])
})

test('a meal in the peak goes to couriers and drivers, also beside a 外卖 who says he is free', () => {
  const peak = waiting('e', {
    kind: 'meal',
    when: { from: momentOf('2026-11-23', '11:30'), until: momentOf('2026-11-23', '12:00') },
  })
  const riders = [riderCard('甲', { trade: 'takeaway', free: true }), riderCard('乙', { trade: 'hailing' })]
  expect(namesFor(peak, ...riders)).toEqual(['乙', '甲'])
})

test('his own quiet hours take the place of those of his trade, and touch a window that begins before them', () => {
  const quiet: Partial<RiderCard> = { trade: 'takeaway', quiet: [[10.75, 12]] }
  expect(whyNot(lunch, riderCard('甲', quiet))).toBe('这时候休息')
  expect(
    whyNot(
      { ...lunch, when: { from: momentOf('2026-11-23', '12:00'), until: momentOf('2026-11-23', '12:30') } },
      riderCard('甲', quiet),
    ),
  ).toBeUndefined()
})

test('我有空 is of today: it opens no other day', () => {
  const tomorrow = { ...lunch, when: { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') } }
  const free = riderCard('甲', { free: true, hours: [{ days: [5], from: '09:00', until: '12:00' }] })
  expect(namesFor(lunch, free)).toEqual(['甲'])
  expect(whyNot(tomorrow, free)).toBe('不在他方便的时候')
})

test('a neighbour comes last, whatever speaks for him', () => {
  const neighbour = riderCard('甲', { neighbour: true, trade: 'courier', areas: ['k1'], free: true })
  expect(namesFor(lunch, neighbour, riderCard('乙', { thisWeek: 30 }))).toEqual(['乙', '甲'])
})

test('who has carried less this week comes first of equals; equals stand in name order', () => {
  expect(namesFor(lunch, riderCard('丙', { thisWeek: 3 }), riderCard('乙'), riderCard('甲'))).toEqual(
    namesFor(lunch, riderCard('甲'), riderCard('乙'), riderCard('丙', { thisWeek: 3 })),
  )
  expect(namesFor(lunch, riderCard('丙', { thisWeek: 3 }), riderCard('乙'), riderCard('甲'))[2]).toBe('丙')
})

test('who has it or is asked is not named again', () => {
  const offer = { to: 'rider' as const, riderId: '甲', at: now, until: now }
  expect(namesFor({ ...lunch, state: 'dispatched', offer }, riderCard('甲'), riderCard('乙'))).toEqual(['乙'])
  expect(whyNot({ ...lunch, riderId: '甲' }, riderCard('甲', { inHand: 2 }))).toBeUndefined()
})

test('a record of a newer cloud, or of years ago, is suggested for without a fault', () => {
  for (const kind of ['', '__proto__', 'OWNER', undefined])
    expect(
      namesFor({ ...lunch, kind, when: undefined, compoundId: undefined }, riderCard('甲', { trade: '__proto__' })),
    ).toEqual(['甲'])
})
