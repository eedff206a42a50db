import { errand } from '../../domain/errand'
import { dayMs, dayOf, hourMs, minuteMs, momentOf } from '../../domain/time'
import { wanted, type Wanted } from './asks'
import type { Calendar } from './calendar'
import type { Home } from './homes'
import type { Homes } from './households'
import { home as stage, placeOf, type Place } from './names'
import type { Play } from './play'
import { plots, usualPlots, type Plot } from './plots'
import { diceOf, type Dice } from './random'
import { ridersIn } from './roster'
import { deskIn } from './town'
import { handsFor, type Trip } from './trip'

/** How many errands a community had in the month. */
function countIn(place: Place): number {
  if (place === stage) return 112
  if (place.id === 'c-qilong') return 30
  return place.id === 'c-taoting' ? 24 : 4
}

/** What one rider can do in a place that has one. */
const alone: Plot[] = [
  plots.smooth,
  plots.pooled,
  plots.agreedByPhone,
  plots.smooth,
  plots.nobodyAccepted,
  plots.cancelledEarly,
]
const mealTimes = ['10:30', '10:30', '11:00', '16:30', '16:00', '10:00']
const otherTimes = ['09:00', '09:30', '10:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30']

/** 要打的电话: the desk telephones whoever no message reached, and ticks it. */
export async function telephone(play: Play, communityId: string, key: string): Promise<void> {
  const desk = deskIn(communityId).assistant.openid
  const { rows } = await play.perform(desk, errand.calls, { communityId })
  for (const { id, notice } of rows)
    await play.perform(desk, errand.called, { id, notice, how: 'done' }, `${key}:${notice}`)
}

/** A month of errands in one community, each written into the calendar by one of the plots. */
export function liveThrough(
  placeId: string,
  homes: readonly Home[],
  today: number,
  calendar: Calendar,
  known: Homes,
): void {
  const place = placeOf(placeId)
  const dice = diceOf(`history ${place.id}`)
  const trips = tripsIn(
    place,
    homes.filter(home => !home.newcomer),
    today,
    dice,
  )
  const met = new Set<string>()
  for (const [i, trip] of trips.entries()) {
    const first = trip.home.relative !== undefined && !met.has(trip.home.key)
    met.add(trip.home.key)
    const hands = handsFor({ ...trip, unknown: first }, calendar, known)
    plotOf(trip, i, today)(hands, trip)
    if (trip.home.reachable) continue
    for (const at of [
      trip.when.from - 10 * minuteMs,
      trip.when.until + 130 * minuteMs,
      trip.when.until + 2 * dayMs + hourMs,
    ]) {
      calendar.on(at, play => telephone(play, place.id, `${trip.key}:call:${at % 1_000_000_007}`))
    }
  }
}

function plotOf(trip: Trip, i: number, today: number): Plot {
  if (trip.rider === trip.second) return alone[i % alone.length] ?? plots.smooth
  const usual = usualPlots[i % usualPlots.length] ?? plots.smooth
  const carriesNothing = trip.wanted.kind === 'ride' || trip.wanted.kind === 'other'
  if (carriesNothing && (usual === plots.disputed || usual === plots.regretted)) return plots.smooth
  if (usual === plots.askedBack && !trip.home.relative) return plots.smooth
  // What is still waiting for its two days would stand on today's board, which is told by hand.
  if (usual === plots.confirmedByItself && trip.when.from > today - 3 * dayMs) return plots.smooth
  return usual
}

function tripsIn(place: Place, homes: readonly Home[], today: number, dice: Dice): Trip[] {
  const count = countIn(place)
  /** A household asks once a day, so that the desk knows a new one before it asks again. */
  const asking = new Set<string>()
  const busy: { rider: string; from: number; until: number }[] = []
  const trips: Omit<Trip, 'rider' | 'second' | 'key'>[] = Array.from({ length: count }, (_, n) => {
    const daysAgo = 29 - Math.floor((n * 29) / count)
    const home = dice.pick(homes.filter(({ key }) => !asking.has(`${key} ${daysAgo}`)))
    asking.add(`${home.key} ${daysAgo}`)
    const asksFor = wanted(n, home, dice)
    return { home, wanted: asksFor, ...timesOf(asksFor, dayOf(today - daysAgo * dayMs), dice) }
  })
  return trips
    .sort((a, b) => a.askedAt - b.askedAt)
    .map((trip, i) => {
      const from = trip.askedAt
      const until = trip.when.until + 90 * minuteMs
      const free = ridersIn(place.id).filter(
        ({ openid }) =>
          openid !== trip.home.relative?.openid &&
          !busy.some(held => held.rider === openid && held.from < until && held.until > from),
      )
      const [first, other] = dice.some(free, 2)
      const rider =
        free.find(({ openid }) => openid === trip.home.regular)?.openid ??
        first?.openid ??
        ridersIn(place.id)[0]?.openid ??
        ''
      const second = [first, other].find(one => one && one.openid !== rider)?.openid ?? rider
      for (const one of new Set([rider, second])) busy.push({ rider: one, from, until })
      return { ...trip, rider, second, key: `${place.id}:${String(i + 1).padStart(3, '0')}` }
    })
}

function timesOf({ kind }: Wanted, day: string, dice: Dice): Pick<Trip, 'askedAt' | 'when'> {
  const from = momentOf(day, dice.pick(kind === 'meal' ? mealTimes : otherTimes))
  const askedAt = from - dice.between(72, from > momentOf(day, '10:00') ? 150 : 100) * minuteMs
  return { askedAt, when: { from, until: from + 30 * minuteMs } }
}
