import { refuse } from '../codes'
import { isRecord } from '../database/values'

/** What needs a text index or runs scripts. */
const notHere = new Set(['$meta', '$function', '$accumulator', '$where'])

/** Refuses, by name, operators of expressions that are not here. @throws NOT_EMULATED */
export function checkExpressions(expression: unknown): void {
  if (Array.isArray(expression)) return expression.forEach(checkExpressions)
  if (!isRecord(expression)) return
  for (const [name, operand] of Object.entries(expression)) {
    if (notHere.has(name)) refuse('NOT_EMULATED', `the expression operator ${name} is not emulated`)
    if (name !== '$literal') checkExpressions(operand)
  }
}
