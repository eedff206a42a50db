import { assign, impossible } from '@domain/errand/proposal/assign'
import { propose, weigh } from '@domain/errand/proposal/propose'
import { momentOf } from '@domain/time'
import { besideTheLeast } from '../bench/dispatch/optimum'
import { aMorning } from '../bench/dispatch/town'
import { now, riderCard, waiting } from './rider-cards'

/** Whole numbers from a seed, the same on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The least sum there is, by trying every way. */
function byForce(
  costs: readonly (readonly number[])[],
  without: readonly number[],
  taken: readonly number[] = [],
): number {
  const row = taken.length
  if (row === costs.length) return 0
  const left = (without[row] ?? 0) + byForce(costs, without, [...taken, -1])
  return (costs[row] ?? []).reduce((least, cost, column) => {
    if (cost === impossible || taken.includes(column)) return least
    return Math.min(least, cost + byForce(costs, without, [...taken, column]))
  }, left)
}

const sumOf = (
  costs: readonly (readonly number[])[],
  without: readonly number[],
  given: readonly (number | undefined)[],
) =>
  given.reduce<number>(
    (sum, column, row) => sum + (column === undefined ? (without[row] ?? 0) : (costs[row]?.[column] ?? impossible)),
    0,
  )

test('on thousands of small tables the sum is the least there is, and nobody is given twice', () => {
  const roll = dice(20_261_126)
  for (let n = 0; n < 4000; n++) {
    const rows = roll(6)
    const columns = roll(7)
    // Few different numbers make many ties; a third of the pairings cannot be.
    const costs = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (roll(3) === 0 ? impossible : roll(n % 2 === 0 ? 4 : 2000) - 500)),
    )
    const without = Array.from({ length: rows }, () => roll(2) * 1000 + roll(3))
    const given = assign(costs, without)
    const columnsGiven = given.filter(column => column !== undefined)
    expect(new Set(columnsGiven).size).toBe(columnsGiven.length)
    expect(given).toHaveLength(rows)
    expect(sumOf(costs, without, given)).toBe(byForce(costs, without))
  }
})

describe('a proposal for all that wait', () => {
  const namesOf = (...args: Parameters<typeof propose>) =>
    propose(...args).map(({ errand, suggestion }) => [errand.id, suggestion?.rider.name])

  test('gives each to somebody else where one would do for both', () => {
    const best = riderCard('甲', { areas: ['k1'] })
    expect(namesOf([waiting('e1', { compoundId: 'k1' }), waiting('e2')], [best, riderCard('乙')], now)).toEqual([
      ['e1', '甲'],
      ['e2', '乙'],
    ])
  })

  test('never puts more than two into one pair of hands, nor more than the week allows', () => {
    const five = ['e1', 'e2', 'e3', 'e4', 'e5'].map(id => waiting(id))
    const given = namesOf(
      five,
      [riderCard('甲', { inHand: 1 }), riderCard('乙', { weeklyCap: 4, thisWeek: 3 }), riderCard('丙')],
      now,
    )
    const count = (name: string | undefined) => given.filter(([, rider]) => rider === name).length
    expect([count('甲'), count('乙'), count('丙'), count(undefined)]).toEqual([1, 1, 2, 1])
  })

  test('spreads a week: who has carried much is passed over for who has carried nothing, though more speaks for him', () => {
    const busy = riderCard('甲', { areas: ['k1'], thisWeek: 9 })
    expect(namesOf([waiting('e1', { compoundId: 'k1' })], [busy, riderCard('乙')], now)).toEqual([['e1', '乙']])
  })

  test('leaves out who is urgent last, and of the others who can wait longest', () => {
    const late = { from: momentOf('2026-11-23', '14:00'), until: momentOf('2026-11-23', '14:30') }
    const one = [riderCard('甲', { inHand: 1 })]
    expect(namesOf([waiting('e1', { when: late }), waiting('e2')], one, now)).toEqual([
      ['e2', '甲'],
      ['e1', undefined],
    ])
    expect(namesOf([waiting('e1', { when: late, urgent: '发烧' }), waiting('e2')], one, now)).toEqual([
      ['e2', undefined],
      ['e1', '甲'],
    ])
  })

  test('an errand that nobody can carry holds up no other', () => {
    expect(namesOf([waiting('e1', { kind: 'ride' }), waiting('e2')], [riderCard('甲')], now)).toEqual([
      ['e1', undefined],
      ['e2', '甲'],
    ])
    expect(namesOf([waiting('e1')], [], now)).toEqual([['e1', undefined]])
    expect(namesOf([], [riderCard('甲')], now)).toEqual([])
  })

  test('equals are given in the order of need and name, however the lists came', () => {
    const errands = ['e3', 'e1', 'e2'].map(id => waiting(id))
    const riders = ['丙', '甲', '乙'].map(name => riderCard(name))
    const once = namesOf(errands, riders, now)
    expect(namesOf([...errands].reverse(), [...riders].reverse(), now)).toEqual(once)
    expect(once.map(([id]) => id)).toEqual(['e1', 'e2', 'e3'])
  })

  test('what it costs is the least there is over the very table it is weighed by', () => {
    const roll = dice(7)
    for (let n = 0; n < 60; n++) {
      const riders = Array.from({ length: 1 + roll(2) }, (_, i) =>
        riderCard(`r${i}`, {
          inHand: roll(3),
          thisWeek: roll(12),
          areas: roll(2) ? ['k1'] : [],
          free: roll(2) === 0,
          ...(roll(2) && { weeklyCap: roll(12) }),
        }),
      )
      const errands = Array.from({ length: roll(5) }, (_, i) =>
        waiting(`e${i}`, { ...(roll(2) && { compoundId: 'k1' }) }),
      )
      const { errands: rows, places, costs, without } = weigh(errands, riders, now)
      const given = propose(errands, riders, now).map(({ suggestion }, row) => {
        const before = propose(errands, riders, now)
          .slice(0, row)
          .filter(one => one.suggestion?.rider.id === suggestion?.rider.id).length
        const place = places.findIndex(one => one.rider.id === suggestion?.rider.id && one.before === before)
        return place === -1 ? undefined : place
      })
      expect(given).toHaveLength(rows.length)
      expect(sumOf(costs, without, given)).toBe(byForce(costs, without))
    }
  })
})

test.each([
  [9, 5],
  [20, 12],
  [6, 40],
])('%i errands among %i riders of a morning cost what another solver finds to be the least', (errands, riders) => {
  for (let n = 0; n < 8; n++) {
    const { ours, least } = besideTheLeast(aMorning(errands, riders, `test ${n}`))
    expect(ours).toBe(least)
  }
})
