import type { Index } from '../../../domain/schema'
import type { Change } from '../database/change'
import { writeEjson } from '../database/ejson'
import { entriesOf } from '../store/keys'
import { idBytes, type Range, type Step } from '../store/layout'
import type { Reader } from '../store/store'

/** What a transaction has written so far, by document. */
export type Writes = ReadonlyMap<string, Change>

/** The name of a document among a transaction's writes. */
export function nameOf(collection: string, id: Buffer): string {
  return `${collection}\0${id.toString('latin1')}`
}

/** A reader that sees a snapshot with a transaction's own writes over it. */
export function overlay(
  snapshot: Reader,
  writes: Writes,
  indexOf: (collection: string, name: string) => Index | undefined,
): Reader {
  return {
    get(collection, id) {
      const write = writes.get(nameOf(collection, id))
      if (write) return write.after && writeEjson(write.after)
      return snapshot.get(collection, id)
    },
    *walk(collection, name, range) {
      const own = stepsOf(writes, collection, indexOf(collection, name), range)
      const sign = range.reverse ? -1 : 1
      for (const step of snapshot.walk(collection, name, range)) {
        if (writes.has(nameOf(collection, step.id))) continue
        while (own[0] && sign * Buffer.compare(own[0].key, step.key) < 0) yield* own.splice(0, 1)
        yield step
      }
      yield* own
    },
  }
}

/** The steps that the written documents would be in a walk, in its order. */
function stepsOf(writes: Writes, collection: string, index: Index | undefined, range: Range): Step[] {
  const steps: Step[] = []
  for (const write of writes.values()) {
    if (write.collection !== collection || !write.after || !index) continue
    const id = idBytes(write.after['_id'])
    for (const entry of entriesOf(write.after, index).keys) {
      const key = index.name === '_id_' ? entry : Buffer.concat([entry, id])
      const inside =
        Buffer.compare(key, range.from) >= 0 && (range.to === undefined || Buffer.compare(key, range.to) < 0)
      if (inside) steps.push({ key, id })
    }
  }
  const sign = range.reverse ? -1 : 1
  return steps.sort((a, b) => sign * Buffer.compare(a.key, b.key))
}
