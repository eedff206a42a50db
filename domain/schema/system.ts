import { halfAYear, type Collections } from './rule'

/** What the system keeps for itself and for the desk. */
export const system = {
  doubts: {
    keeps: { days: halfAYear, after: 'at' },
    indexes: [
      { name: 'byQueue', keys: { communityId: 1, state: 1, at: 1 } },
      { name: 'byTrace', keys: { traceId: 1 } },
      { name: 'byRecord', keys: { ofId: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byAge', keys: { at: 1 } },
    ],
  },
  leases: { keeps: { asLongAs: '系统还在跑' }, indexes: [] },
} as const satisfies Collections
