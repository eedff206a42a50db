import type { Operator } from '../predicates'
import { geoOperators, regionOf } from './condition'
import { shapesAt } from './shape'

/** The geo operators as mingo calls them. */
export const geoPredicates: Readonly<Record<string, Operator>> = Object.fromEntries(
  [...geoOperators].map(operator => [
    operator,
    (field: string, operand: unknown): ((document: unknown) => boolean) => {
      const region = regionOf(operator, operand)
      return document => shapesAt(document, field).some(shape => region.holds(shape))
    },
  ]),
)
