import { errand as table } from '@domain/errand'
import * as fc from 'fast-check'
import type { Counts } from './counts'
import { leaves, letGo, repeat, ring, wait } from './events'
import { everybody, type Who } from './people'
import { perform, planOf, type Again, type Play, type Step } from './step'
import type { Town } from './town'
import type { Choice } from './verb'
import { verbs } from './verbs'
import { newErrand } from './verbs/asking'
import type { World } from './world'

type Command = fc.AsyncCommand<World, Play>

/** So many errands at once: one more than a rider has hands for. */
const mostErrands = 4
const about: readonly string[] = [
  'request',
  'riders',
  'mine',
  'history',
  'offers',
  'board',
  'calls',
  'inbox',
  'accounts',
]
const often: readonly string[] = ['request', 'dispatch', 'accept', 'deliver']
const seldom: readonly string[] = [...about, 'photo', 'one', 'card', 'release', 'rise', 'leave', 'receipt']

/** It is done, or refused for something that is seldom so. */
const fitting: readonly string[] = ['ok', 'WRONG_DIGITS', 'ASK_DESK', 'HANDS_FULL', 'NAME_ONE', 'NO_ADVANCE']

/** What is drawn for one tap: most of them fit the moment, so that a story goes on; the others are tried by anybody, at any time. */
interface Draw {
  fits: boolean
  who: number
  errand: number
  choice: Choice
  again: Again
}

function stepOf(world: World, verb: string, { fits, who, errand, choice, again }: Draw): Step | undefined {
  const isNew = verb === 'request'
  if (isNew && world.errands.length >= mostErrands) return undefined
  const errands = about.includes(verb) ? [newErrand(world, choice)] : world.errands
  const everyWay = everybody.flatMap((_, i) =>
    errands.map((_one, j) => ({
      who: everybody[(who + i) % everybody.length],
      errand: errands[(errand + j) % errands.length],
    })),
  )
  for (const way of fits ? everyWay : everyWay.slice(0, 1)) {
    if (!way.who || !way.errand) return undefined
    const step: Step = { verb, who: way.who, errand: way.errand, choice, again }
    if (!fits || fitting.includes(planOf(world, step).code)) return step
  }
  return undefined
}

const draws: fc.Arbitrary<Draw> = fc.record({
  fits: fc.nat(9).map(n => n < 8),
  // 张师傅 above all, so that somebody has his hands full.
  who: fc.oneof(fc.nat(everybody.length - 1), fc.constant(everybody.indexOf('zhang'))),
  errand: fc.nat(mostErrands - 1),
  choice: fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)),
  again: fc.nat(9).map((n): Again => (n === 8 ? 'other' : n > 5 ? 'same' : 'no')),
})

const tap = (verb: string, drawn: Draw): Command => ({
  check: world => stepOf(world, verb, drawn) !== undefined,
  async run(world, play) {
    const step = stepOf(world, verb, drawn)
    if (step) await perform(play, step)
  },
  toString: () => verb,
})

const event = (name: string, check: (world: World) => boolean, run: (play: Play) => Promise<void>): Command => ({
  check,
  run: (_world, play) => run(play),
  toString: () => name,
})

const hasErrands = (world: World): boolean => world.errands.length > 0
const isHere = (world: World): boolean => hasErrands(world) && !world.gone.has('he')

const waits = fc
  .constantFrom(1, 11, 16, 40, 100, 125, 2881)
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

/** Every verb of the table, and what happens beside: time, the clock, late repetitions, a rider who goes. */
export function stories(replayPath?: string): fc.Arbitrary<Iterable<Command>> {
  const weighed = Object.keys(verbs).map(verb => ({
    arbitrary: draws.map(drawn => tap(verb, drawn)),
    weight: often.includes(verb) ? 9 : seldom.includes(verb) ? 1 : 4,
  }))
  const [ringing, ...rest] = others
  const beside = [{ arbitrary: waits, weight: 6 }, ...(ringing ? [{ arbitrary: ringing, weight: 6 }] : [])]
  const all = [...weighed, ...beside, ...rest.map((arbitrary, i) => ({ arbitrary, weight: i === 0 ? 6 : 1 }))]
  return fc.commands([fc.oneof(...all)], { maxCommands: 80, size: 'max', ...(replayPath && { replayPath }) })
}

/** Ways past every verb: each is done by somebody who may, and then tried by somebody who may not. */
const ways = [
  [
    'request 4 0 1, rise, release, one, verify, return, amend, dispatch, see, decline, card, dispatch, accept, reveal, riders, offers',
    'depart, handBack, agree, deliver 0 0 4, photo, ring, called 0 1 1, confirm, dispute, settle, dispute, giveUp, reopen, wait, ring',
    'dispatch, reassign, accept, fail, cancel, request 0 0 1, agree, depart, callOff, request 0 0 1, leave, mine, history, board 0 0 1',
    'calls 0 0 1, inbox 0 0 1, dispatch 0 5 2, leaves, ring',
  ],
  // Two in hand are the most, and five tries.
  [
    'request 0 0 1, request 0 0 1, request 0 0 1, agree 0 1 2, agree 0 1 2, agree 0 1 2, depart',
    'deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 2, deliver 0 0 0',
  ],
  [
    'request 0 1 1, dispatch 0 2 2, accept, askMore, allowMore, wait, late, deliver 0 0 0, bill 0 0 0, receipt, accounts 0 0 1',
    'pay 0 1 2, receive 0 1 2',
  ],
].map(parts => parts.join(', ').split(', '))

/** Walked before the stories, so that however few of them are played every verb was met. */
export const tours = (): Command[][] => ways.map(way => way.flatMap(stopAt))

function stopAt(stop: string): Command[] {
  const [verb = '', ...numbers] = stop.split(' ')
  if (verb === 'ring') return [event(verb, hasErrands, ring)]
  if (verb === 'leaves') return [event(verb, isHere, leaves)]
  if (verb === 'wait') return [event(verb, hasErrands, async play => wait(play, 70))]
  const [a = 0, b = 2, c = 2] = numbers.map(Number)
  const may: Draw = { fits: true, who: 0, errand: 0, again: 'no', choice: [a, b, c] }
  // Everybody may read his 消息: there nothing but what is said with it can be refused.
  const choice: Choice = verb === 'inbox' ? [0, 0, 0] : [a, b, c]
  return [tap(verb, may), tap(verb, { ...may, fits: false, who: everybody.indexOf('stranger'), choice })]
}

/** Landed while these were written: their stories are still to be told. */
const awaited =
  'propose dispatchMany relieve turns widen recall hasten ease stop goOn resume nameBackup standBy standDown takeOver remind'.split(
    ' ',
  )

/** Every verb of the table whose story is told, and those that nobody knows. */
export const tableVerbs: readonly string[] = Object.keys(table).filter(verb => !awaited.includes(verb))
export const unknownVerbs = (): string[] => tableVerbs.filter(verb => !Object.hasOwn(verbs, verb))

let begun = 0

/** A story that begins: everybody is there, and nothing was asked for yet. */
export async function beginPlay(town: Town, counts: Counts): Promise<Play> {
  await town.begin()
  const story = ++begun
  let keys = 0
  const world: World = {
    errands: [],
    gone: new Set<Who>(),
    known: new Set(['h-father'] as const),
    taps: [],
    photo: town.photo,
    photoOf: ({ id }) => town.photo.replace('lunch', `e-${id}-1`),
    record: ({ id }) => JSON.parse(town.stored('errands', id) ?? '{}'),
    now: () => town.cloud.clock.now(),
    midnight: () => town.midnight(),
  }
  return { world, town, counts, said: [], newKey: () => `tap-${story}-${String(++keys).padStart(4, '0')}` }
}

/** Plays one story in a town that begins anew. @throws Error where the cloud did not do what the story says */
export async function playStory(commands: Iterable<Command>, town: Town, counts: Counts): Promise<void> {
  const play = await beginPlay(town, counts)
  try {
    await fc.asyncModelRun(() => ({ model: play.world, real: play }), commands)
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { said: play.said })
  }
}

/** Goes a way, each stop by somebody who may. */
export async function walk(play: Play, way: string): Promise<void> {
  for (const stop of way.split(', ')) {
    const [command] = stopAt(stop)
    if (!command?.check(play.world)) throw new Error(`nobody may ${stop} now`)
    await command.run(play.world, play)
  }
}
