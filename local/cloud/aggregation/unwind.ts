import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** `$unwind`: a document for each element of a list; what is no list stays as it is, what is missing goes unless it shall stay. */
export function unwind(documents: Document[], operand: unknown): Document[] {
  const {
    path,
    includeArrayIndex: place,
    preserveNullAndEmptyArrays: keep,
  } = isRecord(operand) ? operand : { path: operand }
  if (typeof path !== 'string') return wrong(`expected a string as the path for $unwind stage`)
  if (!path.startsWith('$')) wrong(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  if (place !== undefined && (typeof place !== 'string' || place === '' || place.startsWith('$')))
    wrong(`includeArrayIndex option to $unwind stage should be a non-empty string without a '$'`)
  const steps = path.slice(1).split('.')
  const placed = (document: Document, index: number | null): Document =>
    typeof place === 'string' ? changed(document, place.split('.'), index) : document
  return documents.flatMap(document => {
    const value = steps.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), document)
    if (Array.isArray(value) && value.length > 0)
      return value.map((item, index) => placed(changed(document, steps, item), index))
    if (!Array.isArray(value) && value !== undefined && value !== null) return [placed(document, null)]
    if (keep !== true) return []
    return [placed(Array.isArray(value) ? changed(document, steps, undefined) : document, null)]
  })
}

/** A copy of a document with one field changed, made with the records on its way, or taken out. */
export function changed(document: Document, [step = '', ...rest]: readonly string[], value: unknown): Document {
  const inner = document[step]
  const next = rest.length === 0 ? value : changed(isRecord(inner) ? inner : {}, rest, value)
  const { [step]: _before, ...others } = document
  return next === undefined ? others : { ...document, [step]: next }
}
