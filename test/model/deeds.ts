import { errand as table } from '@domain/errand'
import { writes } from '@domain/operation'
import { everybody, type Who } from './people'
import { planOf, type Play } from './step'
import { tableVerbs } from './stories'
import type { Choice } from './verb'
import type { Errand } from './world'

/** What somebody may do at a moment. */
export interface Deed {
  verb: string
  who: Who
  input: object
}

const choices: readonly Choice[] = [[0, 2, 2], [0, 3, 2], [0, 1, 2], [0, 0, 0], [0, 2, 1]] // prettier-ignore
/** All that people do to an errand that is there. */
export const mutating = Object.entries(table).flatMap(([verb, row]) => {
  const ofPeople = row.by.some(role => role !== 'clock')
  return writes(row) && ofPeople && verb !== 'request' && tableVerbs.includes(verb) ? [verb] : []
})

/** Of each verb that can be done now one or two deeds, by different people where two may do it. */
export function deedsAt({ world }: Play, errand: Errand): Deed[] {
  return mutating.flatMap(verb => {
    const all = choices.flatMap(choice =>
      everybody.flatMap((who): Deed[] => {
        const { code, input } = planOf(world, { verb, who, errand, choice, again: 'no' })
        return code === 'ok' ? [{ verb, who, input }] : []
      }),
    )
    const [first] = all
    const other = all.find(({ who }) => who !== first?.who)
    return [...(first ? [first] : []), ...(other ? [other] : [])]
  })
}
