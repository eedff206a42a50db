import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import { encode } from '../store/bytes'
import { combine } from '../store/keys'
import { changed } from './unwind'

/** How a join reads the other collection. */
export interface Foreign {
  /** The documents that fit a filter. */
  find(collection: string, filter: Document): Document[]
  /** Runs stages over a collection, or over documents of it; `variables` are what `let` defines. */
  run(collection: string, stages: Document[], variables: Document, documents?: Document[]): Document[]
  /** So many documents of the other collection go into the answer. */
  joined(count: number): void
  /** The value of an expression. */
  valueOf(document: Document, expression: unknown): unknown
}

const stagesOf = (pipeline: unknown): Document[] => (Array.isArray(pipeline) ? pipeline.filter(isRecord) : [])

/** `$lookup`: by equal fields, where what is missing equals null, and a list each of its elements; by a pipeline; or by both. */
export function lookup(documents: Document[], operand: unknown, foreign: Foreign): Document[] {
  if (!isRecord(operand)) return refuse('DATABASE_REQUEST_FAILED', 'the $lookup specification must be an Object')
  const { from, as, localField, foreignField, pipeline, let: defined } = operand
  if (typeof from !== 'string' || typeof as !== 'string')
    return refuse('DATABASE_REQUEST_FAILED', "must specify 'as' and 'from' fields for a $lookup")
  const byFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (!byFields && pipeline === undefined)
    refuse(
      'DATABASE_REQUEST_FAILED',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  const equal = byFields ? joined(documents, from, localField, foreignField, foreign) : undefined
  return documents.map(document => {
    const found = equal?.(document)
    const variables = isRecord(defined)
      ? Object.fromEntries(Object.entries(defined).map(([name, value]) => [name, foreign.valueOf(document, value)]))
      : {}
    const list = pipeline === undefined ? found : foreign.run(from, stagesOf(pipeline), variables, found)
    foreign.joined(list?.length ?? 0)
    return changed(document, as.split('.'), list ?? [])
  })
}

/** Reads all that may be joined at once, and keeps it by the bytes of the field, as an index would. */
function joined(
  documents: Document[],
  from: string,
  localField: string,
  foreignField: string,
  foreign: Foreign,
): (document: Document) => Document[] {
  const keysOf = (document: Document): [string, unknown][] =>
    valuesAt(document, localField.split('.')).map(value => [encode(value).toString('latin1'), value])
  const wanted = new Map(documents.flatMap(keysOf))
  const found = foreign.find(from, { [foreignField]: { $in: [...wanted.values()] } })
  const byKey = new Map<string, Document[]>()
  for (const one of found)
    for (const bytes of combine(one, { [foreignField]: 1 }).keys) {
      const key = bytes.toString('latin1')
      const others = byKey.get(key)
      if (others) others.push(one)
      else byKey.set(key, [one])
    }
  return document => [...new Set(keysOf(document).flatMap(([key]) => byKey.get(key) ?? []))]
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesAt(item, path))
  const [field, ...rest] = path
  if (field === undefined) return [value ?? null]
  return valuesAt(isRecord(value) ? value[field] : undefined, rest)
}
