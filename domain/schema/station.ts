import { aYear, type Collections } from './rule'

/** 驿站. */
export const station = {
  stations: {
    keeps: { asLongAs: '驿站还在' },
    indexes: [
      { name: 'byCommunity', keys: { communityId: 1, name: 1 } },
      { name: 'byCode', keys: { code: 1 }, unique: true },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
    ],
  },
  visits: {
    keeps: { days: aYear, after: 'at' },
    indexes: [
      { name: 'byStation', keys: { stationId: 1, state: 1, at: -1 } },
      { name: 'byPerson', keys: { personId: 1, at: -1, _id: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byAge', keys: { at: 1 } },
    ],
  },
} as const satisfies Collections
