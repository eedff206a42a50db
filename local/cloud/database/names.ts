import { refuse } from '../codes'
import { limits } from '../limits'
import { isRecord, type Document } from './values'

/** The fields of a reference to another document, which alone may begin with a dollar. */
const reference = new Set(['$ref', '$id', '$db'])

/** Refuses names that MongoDB does not store, at any depth. @throws DATABASE_REQUEST_FAILED in its words */
export function checkNames(document: Document): void {
  check(document, '', 1)
}

function check(value: unknown, path: string, depth: number): void {
  if (depth > limits.depth)
    refuse('DATABASE_REQUEST_FAILED', `document exceeded maximum nesting depth: ${depth} > ${limits.depth}`)
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries())
      if (typeof item === 'object') check(item, `${path}${place}.`, depth + 1)
    return
  }
  if (!isRecord(value)) return
  for (const name in value) {
    if (name.startsWith('$') && !reference.has(name))
      refuse(
        'DATABASE_REQUEST_FAILED',
        `The dollar ($) prefixed field '${name}' in '${path}${name}' is not valid for storage.`,
      )
    if (name.includes('\0'))
      refuse('DATABASE_REQUEST_FAILED', `Key ${JSON.stringify(name)} must not contain null bytes`)
    const inner = value[name]
    if (typeof inner === 'object' && inner !== null) check(inner, `${path}${name}.`, depth + 1)
  }
}
