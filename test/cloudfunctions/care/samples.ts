import { care } from '@domain/care'
import { why, type Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'
import type { Town } from '../town'

export const samples: Samples = {
  report: {
    of: 'errand',
    own: ['rider', 'tookPart'],
    input: ({ id }) => ({ errandId: id, kind: 'unwell', words: why }),
    but: ['FORBIDDEN'],
  },
  settle: { of: 'care', input: ({ id }) => ({ id, did: why }), but: ['WRONG_STATE'] },
  // What is no note is ticked off.
  approve: { of: 'care', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  remove: { of: 'care', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  contest: { of: 'care', input: ({ id }) => ({ id, why }) },
  notes: { of: 'household', own: ['family'], input: ({ id }) => ({ householdId: id }) },
  photo: { of: 'care', input: ({ id }) => ({ id }), but: ['NOT_FOUND'] },
}

/** What was told from a door, in every state. */
export async function things(town: Town, before: readonly Thing[]): Promise<Thing[]> {
  const errand = before.find(({ kind, belongs }) => kind === 'errand' && belongs.rider?.includes('zhang'))
  const errandId = errand?.id ?? ''
  const told = async (kind: 'unwell' | 'incident' | 'note', words: string, more: object = {}) =>
    (await town.as('zhang')(care.report, { errandId, kind, words, ...more })).id
  const note = async (state: string) => {
    const id = await told('note', '狗会扑人')
    if (state === 'removed') await town.as('desk')(care.remove, { id })
    if (state === 'approved' || state === 'asked') await town.as('desk')(care.approve, { id })
    if (state === 'asked') await town.as('daughter')(care.contest, { id, why: '狗送走了' })
    return id
  }
  const done = await told('unwell', '说头晕')
  await town.as('desk')(care.settle, { id: done, did: '打过电话了', toFamily: '社区去看过了', toRider: '谢谢您' })
  const photo = await town.file(`photo/e-${errandId}-mark-2.jpg`)
  const made: [string, string, string?][] = [
    [await told('unwell', '脸色不好'), 'open'],
    [await told('incident', '汤洒在楼道里', { photo }), 'open', 'with a photo'],
    [done, 'done'],
    [await note('open'), 'open', 'a note'],
    [await note('approved'), 'approved'],
    [await note('asked'), 'asked'],
    [await note('removed'), 'removed'],
  ]
  return made.map(([id, state, which]) => ({
    kind: 'care',
    collection: 'cares',
    id,
    state,
    ...(which && { which }),
    belongs: { family: ['daughter', 'moved-away'], tookPart: ['zhang'] },
  }))
}
