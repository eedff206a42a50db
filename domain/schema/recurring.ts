import { aMonth, aYear, type Collections } from './rule'

/** 定期 and 常用, and who stands in for a household's regular rider on a day. */
export const recurring = {
  recurrings: {
    keeps: { days: aYear, after: 'endedAt' },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1 } },
      { name: 'byCalls', keys: { communityId: 1, callsOpen: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byUnbound', keys: { unbound: 1 } },
      { name: 'byEnd', keys: { endedAt: 1 } },
    ],
  },
  substitutes: {
    keeps: { days: aMonth, after: 'endsAt' },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, on: 1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byEnd', keys: { endsAt: 1 } },
    ],
  },
} as const satisfies Collections
