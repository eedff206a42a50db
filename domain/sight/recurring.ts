import { Answers, type Recurring } from '../recurring/record'
import type { Sight } from './rule'

const answers = Object.keys(Answers.shape) as (keyof Answers)[]
const whole = [
  ...answers,
  'rev',
  'householdId',
  'name',
  'weekdays',
  'dates',
  'from',
  'until',
  'fromOn',
  'untilOn',
  'skips',
  'madeOn',
  'askedBy',
  'byPhone',
  'stopped',
] as const satisfies (keyof Recurring)[]

/** 定期 and 常用: of the family and the desk; a rider meets only the errands that come of them. */
export const recurringSight: Sight<Recurring> = {
  stage: () => 'any',
  viewers: ['family', 'desk'],
  fields: { any: { family: whole, desk: whole } },
}
