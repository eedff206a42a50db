import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import { compareValues } from '../store/bytes'

/** The documents of one bucket, under its lower boundary or the default. */
export interface Bucket {
  id: unknown
  documents: Document[]
}

/**
 * Sorts documents into the buckets of a `$bucket` (分段), in the order of their ids; mingo's own puts a value on a boundary into the one
 * below.
 * @param valueOf the value of `groupBy` over a document
 * @throws DATABASE_REQUEST_FAILED for boundaries that are none, and for a value beyond them where there is no default
 */
export function bucketsOf(operand: Document, documents: Document[], valueOf: (of: Document) => unknown): Bucket[] {
  const { boundaries } = operand
  if (operand['groupBy'] === undefined || !Array.isArray(boundaries) || boundaries.length < 2)
    return refuse('DATABASE_REQUEST_FAILED', "$bucket requires 'groupBy' and at least 2 'boundaries'")
  const buckets: Bucket[] = boundaries.slice(0, -1).map((id: unknown) => ({ id, documents: [] }))
  const beyond: Bucket = { id: operand['default'], documents: [] }
  const end: unknown = boundaries.at(-1)
  for (const document of documents) {
    const value = valueOf(document) ?? null
    const within = compareValues(value, end) < 0 && buckets.filter(({ id }) => compareValues(id, value) <= 0).at(-1)
    if (!within && !('default' in operand))
      refuse(
        'DATABASE_REQUEST_FAILED',
        '$bucket: $switch could not find a matching branch, and no default was specified',
      )
    const bucket = within || beyond
    bucket.documents.push(document)
  }
  return [...buckets, beyond].filter(bucket => bucket.documents.length > 0).sort((a, b) => compareValues(a.id, b.id))
}

/** What is said of each bucket: a count, unless the operand says otherwise. */
export function outputOf({ output }: Document): Document {
  return isRecord(output) ? output : { count: { $sum: 1 } }
}
