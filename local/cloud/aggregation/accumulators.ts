import { evalExpr } from 'mingo/core'
import { refuse } from '../codes'
import { isRecord, numeric, typeName } from '../database/values'
import type { Computed } from '../query/comparisons'
import { compareValues, encode } from '../store/bytes'

type Fold = (values: readonly unknown[], grouped: boolean) => unknown

/** Over the documents of a group, or over the operands (or the one list) of an expression. */
function folding(fold: Fold): Computed {
  return (subject, operand, options) => {
    // A group's options hold the group as their root; each document is computed with its own.
    const { context, idKey, processingMode, useStrictMode, scriptEnabled, failOnError, variables = {} } = options
    const each = { context, idKey, processingMode, useStrictMode, scriptEnabled, failOnError, variables }
    if (Array.isArray(subject))
      return fold(
        subject.map((document: unknown) => evalExpr(document, operand, each)),
        true,
      )
    const operands = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
    const value = evalExpr(subject, operands, options)
    return fold(Array.isArray(value) ? value : [value], false)
  }
}

const there = (values: readonly unknown[]): unknown[] => values.filter(value => value !== undefined)
const known = (values: readonly unknown[]): unknown[] => there(values).filter(value => value !== null)
const numbers = (values: readonly unknown[]): number[] => values.map(numeric).filter(value => value !== undefined)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** In a group what is missing becomes null; in an expression it stays missing. */
const ends =
  (place: 0 | -1): Fold =>
  (values, grouped) =>
    values.at(place) ?? (grouped ? null : undefined)

function extreme(sign: 1 | -1): Fold {
  return values =>
    known(values).reduce<unknown>(
      (best, value) => (best === null || sign * compareValues(value, best) > 0 ? value : best),
      null,
    )
}

function deviation(sampled: 0 | 1): Fold {
  return values => {
    const all = numbers(values)
    if (all.length <= sampled) return null
    const mean = sum(all) / all.length
    return Math.sqrt(sum(all.map(value => (value - mean) ** 2)) / (all.length - sampled))
  }
}

function merged(values: readonly unknown[]): unknown {
  const records = known(values).map(value =>
    isRecord(value)
      ? value
      : refuse(
          'DATABASE_REQUEST_FAILED',
          `$mergeObjects requires object inputs, but input ${JSON.stringify(value)} is of type ${typeName(value)}`,
        ),
  )
  return Object.assign({}, ...records)
}

/**
 * The accumulators as MongoDB means them, in place of mingo's: they skip what is missing, know all kinds of numbers, and compare as an
 * index does.
 */
export const accumulators: Readonly<Record<string, Computed>> = {
  $push: folding(there),
  $addToSet: folding(values => [
    ...new Map(there(values).map(value => [encode(value).toString('latin1'), value])).values(),
  ]),
  $sum: folding(values => sum(numbers(values))),
  $avg: folding(values => {
    const all = numbers(values)
    return all.length === 0 ? null : sum(all) / all.length
  }),
  $min: folding(extreme(-1)),
  $max: folding(extreme(1)),
  $first: folding(ends(0)),
  $last: folding(ends(-1)),
  $stdDevPop: folding(deviation(0)),
  $stdDevSamp: folding(deviation(1)),
  $mergeObjects: folding(merged),
}
