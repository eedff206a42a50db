import { postStates, study } from '@domain/study'
import { hourMs } from '@domain/time'
import { a, morning, type Town } from '../town'
import type { Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

const card = { heading: '第一条', body: '插座不要一个接一个' }

export const samples: Samples = {
  write: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1`, title: '用火安全', cards: [card] }),
  },
  schedule: { of: 'study', input: ({ id }) => ({ id, at: morning + 5 * hourMs }) },
  shared: { of: 'study', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  keep: { of: 'study', input: ({ id }) => ({ id, card: 0 }), but: ['NOT_FOUND'] },
  read: { of: 'study', input: ({ id }) => ({ id }), but: ['NOT_FOUND'] },
}

export async function things(town: Town): Promise<Thing[]> {
  const write = {
    communityId: a,
    groupId: `${a}-g1`,
    title: '用电安全',
    cards: [{ heading: '第一条', body: '看插座' }],
  }
  const as = town.as('desk')
  const made: Thing[] = []
  for (const state of postStates) {
    const { id } = await as(study.write, write)
    if (state === 'scheduled') await as(study.schedule, { id, at: town.cloud.clock.now() + hourMs })
    if (state === 'published') await as(study.send, { id })
    if (state === 'withdrawn') await as(study.withdraw, { id })
    made.push({ kind: 'study', collection: 'posts', id, state, belongs: {} })
  }
  return made
}
