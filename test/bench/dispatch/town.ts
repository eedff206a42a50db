import type { RiderCard } from '../../../domain/errand/dispatching'
import { kindNames, type Errand } from '../../../domain/errand/record'
import { tradeNames } from '../../../domain/person'
import { skillNames, vehicleNames } from '../../../domain/rider/words'
import { hourMs, minuteMs, momentOf } from '../../../domain/time'
import { diceOf, type Dice } from '../../../local/seed/random'

/** A Monday, seven in the morning. */
export const sunrise = momentOf('2026-11-23', '07:00')

const compounds = Array.from({ length: 12 }, (_, n) => `k${n}`)
const gridOf = (compound: string): string => `w${Number(compound.slice(1)) % 4}`
const hours = [
  { days: [1, 2, 3, 4, 5], from: '07:00', until: '20:00' },
  { days: [1, 3, 5], from: '09:00', until: '13:00' },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '13:00', until: '18:00' },
]

/** Fictional riders: trades, areas, hours, papers and loads by chance. */
export function someRiders(count: number, dice: Dice): RiderCard[] {
  return Array.from({ length: count }, (_, n) => {
    const areas = dice.some(compounds, dice.between(1, 4))
    return {
      id: `r${n}`,
      name: `师傅${n}`,
      trade: dice.pick(tradeNames),
      areas,
      grids: [...new Set(areas.map(gridOf))],
      free: dice.chance(0.3),
      advances: dice.chance(0.8),
      inHand: dice.chance(0.2) ? 1 : 0,
      thisWeek: dice.between(0, 8),
      ...(dice.chance(0.3) && { weeklyCap: dice.between(5, 12) }),
      ...(dice.chance(0.5) && { hours: [dice.pick(hours)] }),
      skills: dice.some(skillNames, 2),
      vehicle: dice.pick(vehicleNames),
      certificates: [
        { kind: 'health', until: dice.chance(0.9) ? '2027-06-30' : '2026-06-30' },
        { kind: 'driving', until: '2028-06-30' },
      ],
      ...(dice.chance(0.1) && { neighbour: true }),
    }
  })
}

/** An errand asked at this moment for half an hour of the next three. */
export function someErrand(id: string, askedAt: number, dice: Dice, regulars: readonly string[]): Errand {
  const compoundId = dice.pick(compounds)
  const from =
    Math.ceil((askedAt + 20 * minuteMs) / (30 * minuteMs)) * 30 * minuteMs + dice.between(0, 4) * 30 * minuteMs
  return {
    id,
    state: 'requested',
    communityId: 'a',
    my: [],
    kind: dice.pick(kindNames),
    compoundId,
    gridId: gridOf(compoundId),
    heavy: dice.chance(0.15),
    requestedAt: askedAt,
    when: { from, until: from + 30 * minuteMs },
    money: { how: dice.chance(0.2) ? 'atDoor' : 'paid', capYuan: 50 },
    ...(dice.chance(0.3) && { regularRiderId: dice.pick(regulars) }),
  }
}

/** So many errands that wait at ten, and so many riders. */
export function aMorning(errands: number, riders: number, seed: string) {
  const dice = diceOf(`morning ${seed}`)
  const now = sunrise + 3 * hourMs
  const cards = someRiders(riders, dice)
  const regulars = cards.map(({ id }) => id)
  const waiting = Array.from({ length: errands }, (_, n) =>
    someErrand(`e${String(n).padStart(4, '0')}`, now - 5 * minuteMs, dice, regulars),
  )
  return { now, cards, waiting }
}
