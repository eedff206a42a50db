import * as fc from 'fast-check'
import type { Command } from './command'
import type { Counts } from './counts'
import type { Who } from './people'
import type { Play } from './step'
import type { Town } from './town'
import type { World } from './world'

/** How many stories were begun; their keys differ. */
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
    photoOf: ({ id }, who, of) => town.photo.replace('lunch', `e-${id}-${who}-${of}`),
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
