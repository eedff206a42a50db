import { errand as table } from '@domain/errand'
import * as fc from 'fast-check'
import { about, event, hasErrands, isHere, mostErrands, tap, type Command, type Draw } from './command'
import { leaves, letGo, repeat, ring, wait } from './events'
import { beginnings } from './moments'
import { everybody } from './people'
import type { Again } from './step'
import { walk } from './tours'
import { verbs } from './verbs'

/** What seldom fits the moment, and takes the story on. */
// prettier-ignore
const often: readonly string[] = [
  'request', 'dispatch', 'accept', 'deliver', 'confirm', 'depart',
  'bill', 'pay', 'receive', 'askMore', 'allowMore', 'nameBackup', 'standBy', 'handBack',
]
/** What nearly always fits, and what ends a story or says nothing of it. */
// prettier-ignore
const seldom: readonly string[] = [
  ...about,
  'photo', 'one', 'card', 'reveal', 'receipt', 'leave', 'cancel', 'return', 'hasten', 'goOn', 'stop',
  'dispatchMany', 'relieve', 'release', 'rise', 'widen', 'resume', 'takeOver', 'remind',
]

const draws: fc.Arbitrary<Draw> = fc.record({
  fits: fc.nat(9).map(n => n < 7),
  isHis: fc.boolean(),
  // 张师傅 above all, so that somebody has his hands full.
  who: fc.oneof(fc.nat(everybody.length - 1), fc.constant(everybody.indexOf('zhang'))),
  errand: fc.nat(mostErrands - 1),
  choice: fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)),
  again: fc.nat(9).map((n): Again => (n === 8 ? 'other' : n > 5 ? 'same' : 'no')),
})

const waits = fc
  .constantFrom(1, 11, 16, 40, 100, 125, 600, 1400, 2881)
  .map(minutes => event(`wait ${minutes}`, hasErrands, async play => wait(play, minutes)))
const others: fc.Arbitrary<Command>[] = [
  fc.constant(event('ring', hasErrands, ring)),
  fc.nat(40).map(n =>
    event(
      `repeat ${n}`,
      world => world.taps.length > 0,
      play => repeat(play, n),
    ),
  ),
  fc.constant(event('let go', isHere, letGo)),
  fc.constant(event('leaves', isHere, leaves)),
]

/** A story may begin in the middle. */
const begin = fc.constantFrom(...beginnings).map(way =>
  event(
    `begin ${way}`,
    world => !hasErrands(world),
    play => walk(play, way),
  ),
)

/** Every verb of the table, and what happens beside: time, the clock, late repetitions, a rider who goes. */
export function stories(replayPath?: string): fc.Arbitrary<Iterable<Command>> {
  const weighed = Object.keys(verbs).map(verb => ({
    arbitrary: draws.map(drawn => tap(verb, drawn)),
    weight: often.includes(verb) ? 9 : seldom.includes(verb) ? 1 : 4,
  }))
  const [ringing, ...rest] = others
  const beside = [
    { arbitrary: begin, weight: 12 },
    { arbitrary: waits, weight: 6 },
    ...(ringing ? [{ arbitrary: ringing, weight: 6 }] : []),
  ]
  const all = [...weighed, ...beside, ...rest.map((arbitrary, i) => ({ arbitrary, weight: i === 0 ? 6 : 1 }))]
  return fc.commands([fc.oneof(...all)], { maxCommands: 120, size: 'max', ...(replayPath && { replayPath }) })
}

/** Every verb of the table, and those whose story nobody knows. */
export const tableVerbs: readonly string[] = Object.keys(table)
export const unknownVerbs = (): string[] => tableVerbs.filter(verb => !Object.hasOwn(verbs, verb))
