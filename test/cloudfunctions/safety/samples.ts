import { doubtStates, safety } from '@domain/safety'
import type { Town } from '../town'
import type { Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

export const samples: Samples = {
  report: { of: 'errand', input: ({ id }) => ({ of: 'errand', id, why: 'ad' }) },
  picture: {
    of: 'safety',
    input: ({ id }) => ({ id }),
    but: ['NOT_FOUND'],
    never: 'needs a picture, see pictures.test.ts',
  },
}

/** What is reported of an errand, in every state that a doubt can have. */
export async function things(town: Town, before: readonly Thing[]): Promise<Thing[]> {
  const about = before.find(({ kind }) => kind === 'errand')
  const made: Thing[] = []
  for (const state of doubtStates) {
    const id = (await town.as('daughter')(safety.report, { of: 'errand', id: about?.id ?? '', why: 'private' })).id
    const stored = await town.stored('doubts', id)
    await town.put('doubts', { ...stored, _id: `doubt-${state}`, state, traceId: `trace-${state}` })
    made.push({ kind: 'safety', collection: 'doubts', id: `doubt-${state}`, state, belongs: {} })
  }
  return made
}
