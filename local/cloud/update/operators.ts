import { refuse } from '../codes'
import { isRecord, typeName } from '../database/values'
import { compareValues } from '../store/bytes'
import { addToSet, pop, pull, pullAll, push } from './lists'
import { bit, reckon } from './numbers'
import type { Place } from './place'

/** Changes one place of a document; `now` is epoch ms. @throws DATABASE_REQUEST_FAILED in MongoDB's words */
export type Operator = (place: Place, operand: unknown, now: number) => void

const set: Operator = ({ put }, operand) => put(operand)

const bound =
  (sign: 1 | -1): Operator =>
  ({ value, put }, operand) => {
    if (value === undefined || sign * compareValues(operand, value) > 0) put(operand)
  }

function currentDate({ put }: Place, operand: unknown, now: number): void {
  const kind = isRecord(operand) ? operand['$type'] : operand
  if (kind === 'timestamp') refuse('NOT_EMULATED', '$currentDate with a timestamp is not emulated')
  if (typeof kind !== 'boolean' && kind !== 'date')
    refuse('DATABASE_REQUEST_FAILED', `${typeName(operand)} is not valid type for $currentDate`)
  put(new Date(now))
}

/** Every update operator that changes one place; `$rename`, which changes two, is beside them. */
export const operators: Readonly<Record<string, Operator>> = {
  $set: set,
  $setOnInsert: set,
  $unset: ({ value, drop }) => (value === undefined ? undefined : drop()),
  $inc: reckon('$inc'),
  $mul: reckon('$mul'),
  $min: bound(-1),
  $max: bound(1),
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $currentDate: currentDate,
}
