import { aMonth, aYear, type Collections } from './rule'

/** 底数. */
export const roster = {
  roster: {
    // Who has left is forgotten after a year; who is here stays as long as he is.
    keeps: { days: aYear, after: 'leftAt' },
    indexes: [
      { name: 'byOrder', keys: { communityId: 1, here: 1, order: 1, _id: 1 } },
      { name: 'byTrade', keys: { communityId: 1, here: 1, trade: 1, order: 1, _id: 1 } },
      { name: 'byFirm', keys: { communityId: 1, firmId: 1, here: 1, order: 1, _id: 1 } },
      { name: 'byName', keys: { communityId: 1, name: 1 } },
      { name: 'byFirmName', keys: { communityId: 1, firm: 1 } },
      { name: 'byPhone', keys: { communityId: 1, phone: 1 } },
      { name: 'byTail', keys: { communityId: 1, tail: 1 } },
      { name: 'byPerson', keys: { personId: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byEnd', keys: { leftAt: 1 } },
    ],
  },
  enterprises: {
    keeps: { asLongAs: '还在社区的名单上' },
    indexes: [
      { name: 'byOrder', keys: { communityId: 1, order: 1, _id: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
    ],
  },
  imports: {
    // So long the same file is known again; the file itself goes when it is taken in.
    keeps: { days: 3 * aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  importRows: {
    keeps: { days: aMonth, after: 'touchedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byPart', keys: { listId: 1, turn: 1, kind: 1, part: 1 } },
      { name: 'byWorker', keys: { workerIds: 1 } },
      { name: 'byWork', keys: { listId: 1, turn: 1, doneAt: 1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  reconciliations: {
    keeps: { days: aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  differences: {
    keeps: { days: aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byOrder', keys: { reconciliationId: 1, state: 1, order: 1, _id: 1 } },
      { name: 'byWorker', keys: { workerId: 1 } },
      { name: 'byApplied', keys: { reconciliationId: 1, state: 1, appliedAt: 1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
  sheetFiles: {
    keeps: { days: 4, after: 'at', files: ['file'] },
    indexes: [
      { name: 'byAge', keys: { at: 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
    ],
  },
  rosterLooks: {
    keeps: { days: aYear, after: 'at' },
    indexes: [
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byWorker', keys: { workerId: 1, at: -1 } },
      { name: 'byAge', keys: { at: 1 } },
    ],
  },
} as const satisfies Collections
