import { evalExpr } from 'mingo/core'
import { $mod, $setDifference, $setIntersection, $setUnion, $slice } from 'mingo/operators/expression'
import { refuse } from '../codes'
import { isRecord, typeName, type Document } from '../database/values'
import type { Computed } from '../query/comparisons'

type Compute = (
  document: Document,
  operands: [unknown, unknown, ...unknown[]],
  options: Parameters<Computed>[2],
) => unknown

/** Null where one of the operands is null or missing, which mingo takes for a mistake. */
function nullOf(compute: Compute): Computed {
  return (document, operands, options) => {
    const [one, other, ...more]: unknown[] = Array.isArray(operands) ? operands : []
    const values = [one, other, ...more].map(operand => evalExpr(document, operand, options))
    if (values.some(value => value === undefined || value === null) || !isRecord(document)) return null
    return compute(document, [one, other, ...more], options)
  }
}

/** What MongoDB says of nothing, where mingo says otherwise. */
export const ofNothing: Readonly<Record<string, Computed>> = {
  $mod: nullOf((document, [one, other], options) => $mod(document, [one, other], options)),
  $slice: nullOf($slice),
  $setUnion: nullOf($setUnion),
  $setIntersection: nullOf($setIntersection),
  $setDifference: nullOf($setDifference),
  $size(document, operand, options) {
    const value: unknown = evalExpr(
      document,
      Array.isArray(operand) && operand.length === 1 ? operand[0] : operand,
      options,
    )
    if (Array.isArray(value)) return value.length
    return refuse(
      'DATABASE_REQUEST_FAILED',
      `The argument to $size must be an array, but was of type: ${typeName(value)}`,
    )
  },
}
