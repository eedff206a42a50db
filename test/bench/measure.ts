import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { communities, documentOf, type Door } from './doors'

/** How often something was done in a second. */
type PerSecond = number

/** Callers at once: the first waits for each answer, the second is a crowd of which each does. */
export const crowds = [1, 50] as const

/** The raw disk: 300 bytes appended and synced, again and again. */
export function rawSyncs(file: string, ms: number): PerSecond {
  const handle = openSync(file, 'w')
  const bytes = Buffer.alloc(300, 'x')
  const began = performance.now()
  let done = 0
  while (performance.now() - began < ms) {
    writeSync(handle, bytes)
    fdatasyncSync(handle)
    done++
  }
  const seconds = (performance.now() - began) / 1000
  closeSync(handle)
  return done / seconds
}

/**
 * What is done at a door, by name. Each is told which caller it is and the how-manieth time that one comes.
 * @param run begins the ids of what is inserted
 * @param revs where the documents stand that were updated before
 */
export function deedsAt(
  door: Door,
  documents: number,
  run: string,
  revs: Map<string, number>,
): Record<string, (caller: number, n: number) => Promise<number>> {
  // Seven is prime to the number of documents that anybody would name: every one has its turn.
  const some = (caller: number, n: number): number => ((caller * 7919 + n) * 7) % documents
  return {
    'durable insert': async (caller, n) => {
      await door.insert([documentOf(`${run}-${caller}-${n}`, n)])
      return 1
    },
    'read by id': (caller, n) => door.byId(`d${some(caller, n)}`),
    'list of 20 by index': (caller, n) => door.list(some(caller, n) % communities),
    'conditional update': async (caller, n) => {
      // Nobody else's document: each caller has a stretch of its own.
      const id = `d${(caller * Math.floor(documents / 50) + (n % Math.ceil(documents / 100))) % documents}`
      const rev = revs.get(id) ?? 0
      const moved = await door.move(id, rev)
      revs.set(id, rev + moved)
      return moved
    },
  }
}

/** Does it for a while with so many callers. @throws Error when an answer was empty: what does nothing must not count as fast. */
export async function rateOf(
  deed: (caller: number, n: number) => Promise<number>,
  callers: number,
  ms: number,
): Promise<PerSecond> {
  const began = performance.now()
  const done = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      let n = 0
      while (performance.now() - began < ms) if ((await deed(caller, n++)) === 0) throw new Error('an answer was empty')
      return n
    }),
  )
  return done.reduce((sum, n) => sum + n, 0) / ((performance.now() - began) / 1000)
}
