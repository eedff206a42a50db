/**
 * One index: the order of keys matters, 1 ascending, -1 descending, '2dsphere' places (地理位置). A missing field counts as null in a unique
 * one; documents without a place are not in an index of places.
 */
export interface Index {
  name: string
  keys: Readonly<Record<string, 1 | -1 | '2dsphere'>>
  unique?: true
}

/**
 * How long a collection keeps its records: `days` after the moment in its field `after` (epoch ms, the first of one of its indexes), of those
 * that are as `where` says; or for as long as it says, in the words that people read on 我的数据. Nothing is kept without a reason (PIPL 19, 47), and what is over goes by
 * itself: the clock removes it, and the files that the fields `files` name.
 */
export type Keeps =
  | {
      days: number
      after: string
      where?: Readonly<Record<string, string | readonly never[]>>
      files?: readonly string[]
    }
  | { asLongAs: string }

export interface Collection {
  indexes: readonly Index[]
}

interface Kept extends Collection {
  keeps: Keeps
}

export type Schema = Readonly<Record<string, Collection>>

/** A year and a month: the yearly report is written when the year is over. */
const aYear = 400
const halfAYear = 180
const aMonth = 30

/**
 * Every collection and the indexes its queries need: one declaration for the local cloud and for Tencent. All collections are
 * "仅管理端可读写": phones reach them through functions only.
 */
export const schema = {
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
      { name: 'byHousehold', keys: { 'households.id': 1 } },
      { name: 'byHand', keys: { 'keys.byId': 1 } },
      { name: 'byConfirming', keys: { 'confirmations.byId': 1 } },
      { name: 'byLook', keys: { 'looks.byId': 1 } },
      { name: 'byLeaving', keys: { 'leaving.at': 1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
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
  errands: {
    keeps: { days: aYear, after: 'closedAt', files: ['proof.photo'] },
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byLook', keys: { householdId: 1, lookedAt: -1, _id: -1 } },
      { name: 'byDoor', keys: { openTo: 1, closedAt: 1 } },
      { name: 'byBoard', keys: { communityId: 1, closedAt: 1 } },
      { name: 'byCalls', keys: { communityId: 1, callsOpen: 1 } },
      { name: 'byRider', keys: { communityId: 1, acceptedAt: 1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1, _id: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byUnbound', keys: { unbound: 1 } },
      { name: 'byRegular', keys: { regularRiderId: 1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
      { name: 'bySlot', keys: { slot: 1 }, unique: true },
      { name: 'byEnd', keys: { closedAt: 1 } },
    ],
  },
  posts: {
    keeps: { asLongAs: '社区还放着这一课' },
    indexes: [
      { name: 'byFeed', keys: { communityId: 1, state: 1, publishedAt: -1, _id: -1 } },
      { name: 'byDesk', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
    ],
  },
  progress: {
    keeps: { days: aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byPost', keys: { postId: 1, finishedAt: 1 } },
      { name: 'byPerson', keys: { personId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
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
  invitations: {
    keeps: { days: halfAYear, after: 'endsAt' },
    indexes: [
      { name: 'byOpen', keys: { communityId: 1, state: 1, until: 1 } },
      { name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byPerson', keys: { personId: 1, communityId: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byTries', keys: { 'keys.byId': 1 } },
      { name: 'byCode', keys: { code: 1 } },
      { name: 'byEnd', keys: { endsAt: 1 } },
    ],
  },
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
  leases: { keeps: { asLongAs: '系统还在跑' }, indexes: [] },
} as const satisfies Readonly<Record<string, Kept>>

/** 云存储安全规则, as it stands in CloudBase's console: an expression, or for everybody. */
export interface StorageRules {
  read: boolean | string
  write: boolean | string
}

/**
 * What phones may do in cloud storage: put a photo under `photo/` or `face/`, a spreadsheet under `sheet/`, never over another person's, and
 * read nothing; reading goes by a link that a function made after asking who wants it. `auth` is the phone's person, `resource` the file: a new one is whose phone puts it.
 * Source: docs.cloudbase.net/storage/security-rules.
 */
export const storageRules = {
  read: false,
  write:
    'resource.openid == auth.openid && /^((photo|face)\\/[0-9A-Za-z_-]{1,80}\\.jpg|sheet\\/[0-9A-Za-z_-]{1,80}\\.(xlsx|csv))$/.test(resource.path) == true',
} as const satisfies StorageRules

export type CollectionName = keyof typeof schema
