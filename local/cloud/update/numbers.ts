import { Long } from 'bson'
import { refuse } from '../codes'
import { isRecord, numeric, typeName } from '../database/values'
import { say, type Place } from './place'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** A whole number as itself where that is exact, else in 64 bits. @throws DATABASE_REQUEST_FAILED beyond them */
function whole(value: bigint, operator: string): number | Long {
  if (BigInt.asIntN(64, value) !== value)
    wrong(`Failed to apply ${operator} operations to current value: the result does not fit in 64 bits`)
  return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : Long.fromBigInt(value)
}

/** A whole number of any kind; undefined for other values. */
function exact(value: unknown): bigint | undefined {
  if (value instanceof Long) return BigInt(value.toString())
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined
}

/** `$inc` and `$mul`: whole numbers stay exact up to 64 bits. */
export function reckon(operator: '$inc' | '$mul'): (place: Place, operand: unknown) => void {
  const verb = operator === '$inc' ? 'increment' : 'multiply'
  return (place, operand) => {
    const { path, value, who, put } = place
    const by = numeric(operand)
    if (by === undefined) return wrong(`Cannot ${verb} with non-numeric argument: {${path}: ${say(operand)}}`)
    if (value === undefined) return put(operator === '$inc' ? operand : 0)
    const before = numeric(value)
    if (before === undefined)
      return wrong(
        `Cannot apply ${operator} to a value of non-numeric type. ${who} has the field '${path}' of non-numeric type ${typeName(value)}`,
      )
    if (typeName(value) === 'decimal' || typeName(operand) === 'decimal')
      return refuse('NOT_EMULATED', `${operator} with Decimal128 is not emulated`)
    const [a, b] = [exact(value), exact(operand)]
    if (a !== undefined && b !== undefined) return put(whole(operator === '$inc' ? a + b : a * b, operator))
    put(operator === '$inc' ? before + by : before * by)
  }
}

const bitwise: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

/** `$bit`: and, or, xor, one after the other. */
export function bit({ path, value, who, put }: Place, operand: unknown): void {
  if (!isRecord(operand) || Object.keys(operand).length === 0)
    return wrong(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  let bits = value === undefined ? 0n : exact(value)
  if (bits === undefined)
    return wrong(
      `Cannot apply $bit to a value of non-integral type.${who} has the field ${path} of non-integer type ${typeName(value)}`,
    )
  for (const [name, amount] of Object.entries(operand)) {
    const operation = Object.hasOwn(bitwise, name) ? bitwise[name] : undefined
    const other = exact(amount)
    if (!operation) return wrong(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    if (other === undefined)
      return wrong(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(amount)}' is not supported here`,
      )
    bits = operation(bits, other)
  }
  put(whole(bits, '$bit'))
}
