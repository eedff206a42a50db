import { aYear, type Collections } from './rule'

/** 点单. */
export const errand = {
  errands: {
    keeps: { days: aYear, after: 'closedAt', files: ['proof.photo', 'bill.receipt'] },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byLook', keys: { householdId: 1, lookedAt: -1, _id: -1 } },
      { name: 'byDoor', keys: { openTo: 1, closedAt: 1 } },
      { name: 'byBoard', keys: { communityId: 1, closedAt: 1 } },
      { name: 'byCalls', keys: { communityId: 1, callsOpen: 1 } },
      { name: 'byAccount', keys: { communityId: 1, account: 1, deliveredAt: 1 } },
      { name: 'byOwed', keys: { riderId: 1, account: 1, deliveredAt: 1 } },
      { name: 'byBackup', keys: { backupId: 1, closedAt: 1 } },
      { name: 'byRider', keys: { communityId: 1, acceptedAt: 1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1, _id: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byUnbound', keys: { unbound: 1 } },
      { name: 'byRegular', keys: { regularRiderId: 1 } },
      { name: 'byChoice', keys: { 'choices.shown': 1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
      { name: 'bySlot', keys: { slot: 1 }, unique: true },
      { name: 'byEnd', keys: { closedAt: 1 } },
    ],
  },
} as const satisfies Collections
