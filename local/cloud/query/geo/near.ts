import type { Step } from '../../store/layout'
import { boxesAround, type Box } from './box'
import { metresToCell } from './cells'
import type { Near } from './condition'

/** Metres of the first look around; each further one goes twice as far. */
const firstLook = 200

/** A step of a walk, with where in its key the cell begins. */
export interface Place extends Step {
  start: number
}

/**
 * Finds the nearest, in order, without reading many more than are taken: looks around in widening circles, and reads a document only when
 * nothing unread can be nearer than it.
 * @param walk the index entries that may touch these boxes
 * @param read a document that fits, with its distance (metres)
 */
export function* nearest<T extends { metres: number }>(
  near: Near,
  walk: (boxes: Box[]) => Iterable<Place>,
  read: (id: Buffer) => T | undefined,
): Iterable<T> {
  const unread = new Map<string, { id: Buffer; atLeast: number }>()
  const done = new Set<string>()
  const ready: T[] = []
  let radius = Math.min(near.most, Math.max(firstLook, near.least * 1.1))
  for (;;) {
    for (const { id, key, start } of walk(boxesAround(near.centre, radius))) {
      const name = id.toString('latin1')
      const atLeast = metresToCell(near.centre, key, start)
      const known = unread.get(name)
      if (!done.has(name) && (!known || atLeast < known.atLeast)) unread.set(name, { id, atLeast })
    }
    const within = [...unread].filter(([, { atLeast }]) => atLeast <= radius)
    within.sort(([, a], [, b]) => a.atLeast - b.atLeast)
    for (const [name, { id, atLeast }] of within) {
      yield* taken(ready, atLeast)
      unread.delete(name)
      done.add(name)
      const found = read(id)
      if (found) ready.push(found)
    }
    yield* taken(ready, radius)
    if (radius >= near.most) return
    radius = Math.min(near.most, radius * 2)
  }
}

/** Takes out, in order, what is no farther than so many metres. */
function taken<T extends { metres: number }>(ready: T[], metres: number): T[] {
  const out = ready.filter(one => one.metres <= metres).sort((a, b) => a.metres - b.metres)
  for (const one of out) ready.splice(ready.indexOf(one), 1)
  return out
}
