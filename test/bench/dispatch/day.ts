import type { RiderCard } from '../../../domain/errand/dispatching'
import { barOf } from '../../../domain/errand/excluded'
import { mostInHand } from '../../../domain/errand/hands'
import { isInHours, isResting, passesCompound } from '../../../domain/errand/pairing'
import { propose } from '../../../domain/errand/proposal/propose'
import type { Errand } from '../../../domain/errand/record'
import { hourMs, minuteMs } from '../../../domain/time'
import { diceOf, type Dice } from '../../../local/seed/random'
import { someErrand, someRiders, sunrise } from './town'

/** Who is asked for what at this moment, of what waits and nobody is thinking about. */
export type Policy = (
  waiting: readonly Errand[],
  riders: readonly RiderCard[],
  now: number,
  keen: Keen,
  dice: Dice,
) => [Errand, RiderCard][]

/** How often each looks at his phone, from 0 to 1. */
export type Keen = ReadonlyMap<string, number>

const firm = (errand: Errand, rider: RiderCard, now: number): boolean =>
  barOf({ errand, rider, now, before: 0 })?.firm === true || errand.saidNo?.includes(rider.id) === true

/** Ours: a proposal for all that wait, confirmed by the desk as it is. */
export const proposed: Policy = (waiting, riders, now) =>
  propose(waiting, riders, now).flatMap(({ errand, suggestion }) => (suggestion ? [[errand, suggestion.rider]] : []))

/** 先到先得: whoever looks at his phone first has it; who looks often has much. */
export const grabbed: Policy = (waiting, riders, now, keen, dice) =>
  waiting.flatMap(errand => {
    const looking = riders.filter(rider => !firm(errand, rider, now) && dice.chance((keen.get(rider.id) ?? 0) ** 2))
    return looking.length > 0 ? [[errand, dice.pick(looking)]] : []
  })

/** Ours, and what nobody is proposed for is open to everybody, as the desk would have it. */
export const proposedThenOpen: Policy = (waiting, riders, now, keen, dice) => {
  const given = proposed(waiting, riders, now, keen, dice)
  const left = waiting.filter(errand => !given.some(([one]) => one.id === errand.id))
  return [...given, ...grabbed(left, riders, now, keen, dice)]
}

/** 就近: whoever passes the compound, in a fixed order; then anybody in that order. */
export const nearest: Policy = (waiting, riders, now) =>
  waiting.flatMap(errand => {
    const able = riders.filter(rider => !firm(errand, rider, now))
    const near = able.find(rider => passesCompound({ errand, rider, now, before: 0 })) ?? able[0]
    return near ? [[errand, near]] : []
  })

export interface Outcome {
  asked: number
  late: number
  unserved: number
  loads: number[]
}

interface Carrying {
  rider: string
  until: number
}

const stepMs = 5 * minuteMs
const carriesMs = { least: 25, most: 50 } as const

/** The chance that he says yes: the same for every policy. Who rests, is off duty or has carried much says it less; who passes there anyway, more. */
function willing(errand: Errand, rider: RiderCard, now: number, keen: Keen, today: number): number {
  const pair = { errand, rider, now, before: 0 }
  const spirit = 0.35 + 0.55 * (keen.get(rider.id) ?? 0)
  const place = passesCompound(pair) ? 1.2 : 0.9
  const hour = (isResting(pair) ? 0.15 : 1) * (isInHours(pair) === false && !rider.free ? 0.4 : 1)
  return Math.min(
    0.97,
    spirit * place * hour * Math.max(0.2, 1 - 0.08 * today) * (errand.regularRiderId === rider.id ? 1.4 : 1),
  )
}

/** One day of a fictional community, seven to eight in the evening: what is asked and who is who is the same for every policy of a seed. */
export function liveADay(policy: Policy, seed: string, { errands = 90, riders = 36 } = {}): Outcome {
  const town = diceOf(`day ${seed}`)
  const chance = diceOf(`answers ${seed}`)
  const people = someRiders(riders, town).map(rider => ({ ...rider, inHand: 0, thisWeek: 0, neighbour: false }))
  const keen: Keen = new Map(people.map(({ id }) => [id, town.roll()]))
  const asked = Array.from({ length: errands }, (_, n) =>
    someErrand(
      `e${String(n).padStart(4, '0')}`,
      sunrise + Math.floor(town.roll() * 11 * hourMs),
      town,
      people.map(({ id }) => id),
    ),
  )
  const carried = new Map(people.map(({ id }) => [id, 0]))
  const carrying: Carrying[] = []
  const waiting = new Map<string, Errand>()
  let late = 0
  for (let now = sunrise; now < sunrise + 15 * hourMs; now += stepMs) {
    for (const errand of asked)
      if ((errand.requestedAt ?? 0) <= now && (errand.requestedAt ?? 0) > now - stepMs) waiting.set(errand.id, errand)
    for (const [id, { when }] of waiting) if ((when?.until ?? 0) <= now) waiting.delete(id)
    const cards = people.map(rider => ({
      ...rider,
      inHand: carrying.filter(one => one.rider === rider.id && one.until > now).length,
      thisWeek: carried.get(rider.id) ?? 0,
    }))
    for (const [errand, { id }] of policy([...waiting.values()], cards, now, keen, chance)) {
      const rider = cards.find(one => one.id === id)
      if (!rider || rider.inHand >= mostInHand) continue
      if (!chance.chance(willing(errand, rider, now, keen, carried.get(id) ?? 0))) {
        waiting.set(errand.id, { ...errand, saidNo: [...(errand.saidNo ?? []), id] })
        continue
      }
      const start = Math.max(now, (errand.when?.from ?? now) - 20 * minuteMs)
      const until = start + chance.between(carriesMs.least, carriesMs.most) * minuteMs
      if (until > (errand.when?.until ?? until)) late += 1
      rider.inHand += 1
      carried.set(id, (carried.get(id) ?? 0) + 1)
      carrying.push({ rider: id, until })
      waiting.delete(errand.id)
    }
  }
  const loads = [...carried.values()]
  return { asked: errands, late, unserved: errands - loads.reduce((sum, load) => sum + load, 0), loads }
}
