import { errand as table } from '@domain/errand'
import { writes } from '@domain/operation'
import { everybody, type Who } from './people'
import { planOf, type Play } from './step'
import { tableVerbs } from './stories'
import type { Choice } from './verb'
import type { Errand } from './world'

/** From where people race: how each of these moments comes about. */
export const moments: Readonly<Record<string, string>> = {
  'asked for': 'request 0 1 1, ring',
  'asked back': 'request 0 1 1, return, ring',
  'of a newcomer': 'request 4 1 1',
  'offered to everybody': 'request 0 1 1, dispatch 0 0 2',
  'offered to one': 'request 0 1 1, dispatch 0 2 2',
  accepted: 'request 0 1 1, dispatch 0 2 2, accept, askMore',
  'on the way': 'request 0 1 1, dispatch 0 2 2, accept, depart, wait',
  brought: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0',
  billed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1',
  'half settled': 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1, receive 0 1 2',
  confirmed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, confirm',
  disputed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, dispute',
  failed: 'request 0 1 1, dispatch 0 2 2, accept, fail',
  'held by the weather': 'request 0 1 1, dispatch 0 2 2, hasten, stop',
  'a ride with its backup asked': 'request 0 3 1, dispatch 0 2 2, nameBackup',
  'a ride with its backup ready': 'request 0 3 1, dispatch 0 2 2, accept, nameBackup, standBy',
}

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
