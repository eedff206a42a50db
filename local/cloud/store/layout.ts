import { after, encode } from './bytes'
import { refuse } from '../codes'
import { limits } from '../limits'

/** A stretch of an index: from a key, included, to a key, excluded; both without the header. Reversed, it is walked from its end. */
export interface Range {
  from: Buffer
  to: Buffer | undefined
  reverse: boolean
}

/** One step of a walk: what the index holds, and the id of the document it leads to. */
export interface Step {
  key: Buffer
  id: Buffer
}

/** The bytes of a document's `_id`. @throws INVALID_PARAM for ids that MongoDB would not take or that are too long. */
export function idBytes(id: unknown): Buffer {
  if (id === undefined || id === null || Array.isArray(id) || id instanceof RegExp)
    refuse('INVALID_PARAM', 'this value cannot be an _id')
  const bytes = encode(id)
  return bytes.length <= limits.id ? bytes : refuse('INVALID_PARAM', 'key too large to index, failing: _id_')
}

/** Where the documents of a collection lie. */
export function documentHeader(collection: string): Buffer {
  return Buffer.from(`${collection}\0`)
}

/** Where the entries of an index lie. */
export function indexHeader(collection: string, index: string): Buffer {
  return Buffer.from(`${collection}\0${index}\0`)
}

/** A range with its header before it, as lmdb wants it: the end of a whole header's range is the next header. */
export function absolute(header: Buffer, range: Range): { from: Buffer; to: Buffer } {
  return {
    from: Buffer.concat([header, range.from]),
    to: range.to === undefined ? after(header) : Buffer.concat([header, range.to]),
  }
}
