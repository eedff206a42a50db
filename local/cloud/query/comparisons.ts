import { evalExpr } from 'mingo/core'
import { refuse } from '../codes'
import { compareValues } from '../store/bytes'

/** An operator of expressions, as mingo calls it: its operands are not yet computed. */
export type Computed = (document: unknown, operands: unknown, options: Parameters<typeof evalExpr>[2]) => unknown

/** In expressions all types compare with each other, and what is missing comes before null. */
function compareAny(one: unknown, other: unknown): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined)
  return Math.sign(compareValues(one, other))
}

function comparing(name: string, answer: (order: number) => unknown): Computed {
  return (document, operands, options) => {
    if (!Array.isArray(operands) || operands.length !== 2) {
      const count = Array.isArray(operands) ? operands.length : 1
      refuse('DATABASE_REQUEST_FAILED', `Expression ${name} takes exactly 2 arguments. ${count} were passed in.`)
    }
    const [one, other]: unknown[] = operands.map((operand: unknown) => evalExpr(document, operand, options))
    return answer(compareAny(one, other))
  }
}

/** The comparisons of expressions as MongoDB means them, in place of mingo's. */
export const comparisons: Readonly<Record<string, Computed>> = {
  $eq: comparing('$eq', order => order === 0),
  $ne: comparing('$ne', order => order !== 0),
  $gt: comparing('$gt', order => order > 0),
  $gte: comparing('$gte', order => order >= 0),
  $lt: comparing('$lt', order => order < 0),
  $lte: comparing('$lte', order => order <= 0),
  $cmp: comparing('$cmp', order => order),
}
