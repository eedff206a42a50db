import { after } from '../../store/bytes'
import type { Box } from './box'
import { metresBetween } from './measure'
import type { Position } from './shape'

/** The finest cells: 360 / 2²² degrees wide, about ten metres at the equator. */
const finest = 22

/**
 * The cells of an index that a box needs, at most four: the world is quartered again and again as long as the box fits into one width. A
 * cell is a byte for each quartering, 1 to 4, and a closing 0: cells inside it begin like it.
 */
export function cellsOf(box: Box): Buffer[] {
  return covering(box, levelFor(box, 1)).map(path => Buffer.from([...path, 0]))
}

/** Where in an index everything lies that may touch a box: all inside the cells that cover it, and the cells that these are in. */
export function rangesOver(box: Box): { from: Buffer; to: Buffer }[] {
  const ranges = new Map<string, { from: Buffer; to: Buffer }>()
  for (const path of covering(box, levelFor(box, 3))) {
    const bytes = Buffer.from(path)
    ranges.set(bytes.toString('latin1'), { from: bytes, to: after(bytes) })
    for (let depth = 0; depth < path.length; depth++) {
      const outer = Buffer.from([...path.slice(0, depth), 0])
      ranges.set(outer.toString('latin1'), { from: outer, to: after(outer) })
    }
  }
  return [...ranges.values()]
}

/** Nothing in the cell at this place of a key is nearer than so many metres. */
export function metresToCell(from: Position, key: Buffer, start: number): number {
  let [west, south, width, height] = [-180, -90, 360, 180]
  let depth = 0
  for (; key[start + depth]; depth++) {
    const quarter = (key[start + depth] ?? 1) - 1
    width /= 2
    height /= 2
    if (quarter & 1) west += width
    if (quarter & 2) south += height
  }
  // The largest cells are no flat patches any more.
  if (depth < 4) return 0
  const centre: Position = [west + width / 2, south + height / 2]
  const corners = [south, south + height].map(lat => metresBetween(centre, [west, lat]))
  return Math.max(0, metresBetween(from, centre) - 1.1 * Math.max(...corners))
}

/** The finest level at which a box is at most so many cells wide and high. */
function levelFor({ west, south, east, north }: Box, cells: number): number {
  const across = Math.log2((360 * cells) / Math.max(east - west, 1e-9))
  const up = Math.log2((180 * cells) / Math.max(north - south, 1e-9))
  return Math.max(0, Math.min(finest, Math.floor(Math.min(across, up))))
}

function covering({ west, south, east, north }: Box, level: number): number[][] {
  const count = 2 ** level
  const place = (degrees: number, span: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor((degrees / span + 0.5) * count)))
  const paths: number[][] = []
  for (let x = place(west, 360); x <= place(east, 360); x++)
    for (let y = place(south, 180); y <= place(north, 180); y++) paths.push(pathOf(x, y, level))
  return paths
}

function pathOf(x: number, y: number, level: number): number[] {
  return Array.from({ length: level }, (_, depth) => {
    const bit = level - 1 - depth
    return 1 + ((x >> bit) & 1) + 2 * ((y >> bit) & 1)
  })
}
