import { aMonth, aYear, type Collections } from './rule'

/** 家里老人, who is bound to them, and who looked at a door. */
export const household = {
  households: {
    keeps: { asLongAs: '老人、家里人或社区还用得着' },
    indexes: [
      { name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byKey', keys: { communityId: 1, finds: 1, touchedAt: -1, _id: -1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byConsent', keys: { 'consent.toldToId': 1 } },
      { name: 'byUnbound', keys: { unbound: 1 } },
      { name: 'byRegular', keys: { regularRiderId: 1 } },
    ],
  },
  bindings: {
    // What was refused, ended or never answered is kept as long as an errand of that time would be; who is bound stays.
    keeps: { days: aYear, after: 'endsAt' },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, touchedAt: -1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1 } },
      { name: 'byRelative', keys: { relativeId: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byCalls', keys: { communityId: 1, callsOpen: 1 } },
      { name: 'byEnd', keys: { endsAt: 1 } },
    ],
  },
  removals: {
    keeps: { days: aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  codes: {
    keeps: { days: aMonth, after: 'until' },
    indexes: [
      { name: 'byCode', keys: { communityId: 1, code: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byUser', keys: { usedBy: 1 } },
      { name: 'byEnd', keys: { until: 1 } },
    ],
  },
  tries: {
    keeps: { days: aMonth, after: 'until' },
    indexes: [
      { name: 'byEnd', keys: { until: 1 } },
      { name: 'byPerson', keys: { personId: 1 } },
    ],
  },
  looks: {
    keeps: { days: aYear, after: 'at' },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, at: -1, _id: -1 } },
      { name: 'byPerson', keys: { personId: 1 } },
      { name: 'byAge', keys: { at: 1 } },
    ],
  },
} as const satisfies Collections
