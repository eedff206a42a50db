import { refuse } from '../codes'

const numbers: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
}
const known = new Set(Object.values(numbers))

/** The type names that a `$type` asks for: by name, by number, `number` for all four kinds of them. @throws DATABASE_REQUEST_FAILED */
export function typesOf(operand: unknown): ReadonlySet<string> {
  const asked: unknown[] = Array.isArray(operand) ? operand : [operand]
  if (asked.length === 0) refuse('DATABASE_REQUEST_FAILED', '$type must match at least one type')
  return new Set(asked.flatMap(namesOf))
}

function namesOf(asked: unknown): string[] {
  if (asked === 'number') return ['int', 'long', 'double', 'decimal']
  const name = typeof asked === 'number' ? numbers[asked] : asked
  if (typeof name === 'string' && known.has(name)) return [name]
  return refuse(
    'DATABASE_REQUEST_FAILED',
    typeof asked === 'number' ? `Invalid numerical type code: ${asked}` : `Unknown type name alias: ${String(asked)}`,
  )
}
