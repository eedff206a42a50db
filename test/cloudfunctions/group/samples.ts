import { never } from '@domain/time'
import { a, type Town } from '../town'
import type { Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

export const samples: Samples = {
  invite: { of: 'community', input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1` }) },
  release: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1` }),
    but: ['NOT_FOUND'],
  },
  enter: {
    of: 'self',
    input: () => ({}),
    but: ['NOT_A_GROUP'],
    never: 'needs a proof of WeChat’s, see group.test.ts',
  },
  join: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: '123456' }),
    but: ['NO_SUCH_INVITE'],
    never: 'needs a code that stands, see group.test.ts',
  },
}

/** A group that the desk has shown. */
export async function things(town: Town): Promise<Thing[]> {
  const groupId = `${a}-g1`
  const bound = { communityId: a, groupId, name: '金星社区邻里群', boundAt: 1, boundBy: '李书记', endedAt: never }
  await town.put('groups', { ...bound, _id: 'chat-jinxing', rev: 'r0', touchedAt: 0, keys: [] })
  return [{ kind: 'group', collection: 'groups', id: 'chat-jinxing', belongs: {} }]
}
