import type * as fc from 'fast-check'
import { newErrand } from './new-errand'
import { everybody } from './people'
import { perform, planOf, type Again, type Play, type Step } from './step'
import type { Choice } from './verb'
import { seenAt, type World } from './world'

/** What fast-check strings together. */
export type Command = fc.AsyncCommand<World, Play>

/** So many errands at once: one more than a rider has hands for. */
export const mostErrands = 4
/** Verbs that are of no errand that is there. */
export const about: readonly string[] = [
  'request',
  'riders',
  'mine',
  'history',
  'offers',
  'board',
  'calls',
  'inbox',
  'accounts',
  'propose',
  'turns',
]

/** It is done, or refused for something that is seldom so. */
const fitting: readonly string[] = [
  'ok',
  'WRONG_DIGITS',
  'ASK_DESK',
  'HANDS_FULL',
  'NAME_ONE',
  'NO_ADVANCE',
  'STOPPED',
  'SETTLE_FIRST',
  'ASK_BOUGHT',
]

/** What is drawn for one tap: most of them fit the moment, so that a story goes on; the others are tried by anybody, at any time. */
export interface Draw {
  fits: boolean
  /** Where it need not fit: tried by whoever has the errand or is asked for it, who may do most at other times. */
  isHis: boolean
  who: number
  errand: number
  choice: Choice
  again: Again
}

function stepOf(world: World, verb: string, { fits, isHis, who, errand, choice, again }: Draw): Step | undefined {
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
    const his = !fits && isHis ? seenAt(way.errand) : undefined
    const step: Step = { verb, who: his ?? way.who, errand: way.errand, choice, again }
    if (!fits || fitting.includes(planOf(world, step).code)) return step
  }
  return undefined
}

/** Somebody tries a verb. */
export const tap = (verb: string, drawn: Draw): Command => ({
  check: world => stepOf(world, verb, drawn) !== undefined,
  async run(world, play) {
    const step = stepOf(world, verb, drawn)
    if (step) await perform(play, step)
  },
  toString: () => verb,
})

/** What is nobody's tap. */
export const event = (name: string, check: (world: World) => boolean, run: (play: Play) => Promise<void>): Command => ({
  check,
  run: (_world, play) => run(play),
  toString: () => name,
})

export const hasErrands = (world: World): boolean => world.errands.length > 0
export const isHere = (world: World): boolean => hasErrands(world) && !world.gone.has('he')
