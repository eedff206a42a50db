import { evalExpr } from 'mingo/core'
import { refuse } from '../codes'
import { numeric, typeName } from '../database/values'
import type { Computed } from '../query/comparisons'

/** `$trunc` with or without a number of places, which mingo wants. */
export const numbers: Readonly<Record<string, Computed>> = {
  $trunc(document, operand, options) {
    const [value, places = 0]: unknown[] = (Array.isArray(operand) ? operand : [operand]).map((one: unknown) =>
      evalExpr(document, one, options),
    )
    if (value === undefined || value === null) return null
    const amount = numeric(value)
    if (amount === undefined)
      return refuse('DATABASE_REQUEST_FAILED', `$trunc only supports numeric types, not ${typeName(value)}`)
    const scale = 10 ** Number(places)
    // `+ 0` makes -0 a plain zero.
    return Math.trunc(amount * scale) / scale + 0
  },
}
