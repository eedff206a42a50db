import { aMonth, aYear, halfAYear, type Collections } from './rule'

/** Communities, the people in them, and how they came. */
export const people = {
  communities: {
    keeps: { asLongAs: '社区还在用新邻' },
    indexes: [
      { name: 'byName', keys: { name: 1 } },
      { name: 'bySubdistrict', keys: { subdistrictId: 1, name: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byDuty', keys: { 'onDuty.personId': 1 } },
      { name: 'byStandIn', keys: { 'onDuty.standInId': 1 } },
    ],
  },
  people: {
    // Who belongs to nothing and has not come for a year; whoever belongs somewhere leaves by himself, or is taken off.
    keeps: { days: aYear, after: 'touchedAt', where: { memberships: [] }, files: ['face'] },
    indexes: [
      { name: 'byMembership', keys: { 'memberships.communityId': 1, 'memberships.role': 1, _id: 1 } },
      { name: 'byApplication', keys: { 'application.communityId': 1, 'application.state': 1, 'application.at': 1 } },
      { name: 'byNeighbour', keys: { neighbours: 1 } },
      { name: 'byHousehold', keys: { 'households.id': 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byConfirming', keys: { 'confirmations.byId': 1 } },
      { name: 'byLook', keys: { 'looks.byId': 1 } },
      { name: 'byBadge', keys: { 'badge.codes': 1 } },
      { name: 'byLeaving', keys: { 'leaving.at': 1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  invitations: {
    keeps: { days: halfAYear, after: 'endsAt' },
    indexes: [
      { name: 'byOpen', keys: { communityId: 1, state: 1, until: 1 } },
      { name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byPerson', keys: { personId: 1, communityId: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byCode', keys: { code: 1 } },
      { name: 'byEnd', keys: { endsAt: 1 } },
    ],
  },
  groups: {
    keeps: { days: aMonth, after: 'endedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byCommunity', keys: { communityId: 1 } },
      { name: 'byEnd', keys: { endedAt: 1 } },
    ],
  },
  invites: {
    keeps: { days: aMonth, after: 'until' },
    indexes: [
      { name: 'byEnd', keys: { until: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
    ],
  },
} as const satisfies Collections
