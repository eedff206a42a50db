import { conditionsOf } from './filter'
import type { Box } from './geo/box'
import { rangesOver } from './geo/cells'
import type { Demand } from './geo/demand'
import { metresTo } from './geo/measure'
import { nearest, type Place } from './geo/near'
import { shapesAt } from './geo/shape'
import { noteIndex, readOne, type Fits, type Found, type Ground, type Search } from './ground'
import { prefixesToPlace } from './planner'
import { refuse } from '../codes'

/** A document found by how far it is. */
export type FoundNear = Found & { metres: number }

/**
 * Finds documents near a place, the nearest first, reading few more than are taken.
 * @throws DATABASE_REQUEST_FAILED when the fields before the place in every index of it are not fixed
 */
export function findNear(
  { collection, filter }: Search,
  { field, near }: Demand,
  ground: Ground,
  fits: Fits,
): Iterable<FoundNear> {
  const conditions = conditionsOf(filter)
  const ways = ground.indexes.flatMap(index => {
    const prefixes = prefixesToPlace(index, field, conditions)
    return prefixes ? [{ index: index.name, prefixes, length: Object.keys(index.keys).indexOf(field) }] : []
  })
  const way = ways.sort((a, b) => b.length - a.length)[0]
  if (!way || !near) return refuse('DATABASE_REQUEST_FAILED', 'unable to find index for $geoNear query')
  const { index, prefixes } = way
  noteIndex(ground, index)

  function* walk(boxes: Box[]): Iterable<Place> {
    for (const prefix of prefixes)
      for (const { from, to } of boxes.flatMap(rangesOver)) {
        const range = { from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to]), reverse: false }
        for (const step of ground.reader.walk(collection, index, range)) yield { ...step, start: prefix.length }
      }
  }

  return nearest(near, walk, id => {
    const found = readOne(collection, id, ground, fits)
    return found && { ...found, metres: metresOf(found, field, near.centre) }
  })
}

/** The nearest of the shapes in a field. */
function metresOf({ document }: Found, field: string, from: Parameters<typeof metresTo>[0]): number {
  return Math.min(...shapesAt(document, field).map(shape => metresTo(from, shape)))
}
