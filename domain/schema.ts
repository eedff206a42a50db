/**
 * One index: the order of keys matters, 1 ascending, -1 descending, '2dsphere' places (地理位置). A missing field counts as null in a unique
 * one; documents without a place are not in an index of places.
 */
export interface Index {
  name: string
  keys: Readonly<Record<string, 1 | -1 | '2dsphere'>>
  unique?: true
}

export interface Collection {
  indexes: readonly Index[]
}

export type Schema = Readonly<Record<string, Collection>>

/**
 * Every collection and the indexes its queries need: one declaration for the local cloud and for Tencent. All collections are
 * "仅管理端可读写": phones reach them through functions only.
 */
export const schema = {
  communities: { indexes: [{ name: 'byName', keys: { name: 1 } }] },
  people: {
    indexes: [
      { name: 'byMembership', keys: { 'memberships.communityId': 1, 'memberships.role': 1, _id: 1 } },
      { name: 'byApplication', keys: { 'application.communityId': 1, 'application.state': 1, 'application.at': 1 } },
      { name: 'byHousehold', keys: { 'households.id': 1 } },
    ],
  },
  households: { indexes: [{ name: 'byCommunity', keys: { communityId: 1, touchedAt: -1, _id: -1 } }] },
  errands: {
    indexes: [
      { name: 'byHousehold', keys: { householdId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byDoor', keys: { openTo: 1, closedAt: 1 } },
      { name: 'byBoard', keys: { communityId: 1, closedAt: 1 } },
      { name: 'byCalls', keys: { communityId: 1, callsOpen: 1 } },
      { name: 'byRider', keys: { communityId: 1, acceptedAt: 1 } },
      { name: 'byInbox', keys: { inboxOf: 1, touchedAt: -1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
      { name: 'bySlot', keys: { slot: 1 }, unique: true },
    ],
  },
  posts: {
    indexes: [
      { name: 'byFeed', keys: { communityId: 1, state: 1, publishedAt: -1, _id: -1 } },
      { name: 'byDesk', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
    ],
  },
  progress: { indexes: [{ name: 'byPost', keys: { postId: 1, finishedAt: 1 } }] },
  stations: {
    indexes: [
      { name: 'byCommunity', keys: { communityId: 1, name: 1 } },
      { name: 'byCode', keys: { code: 1 }, unique: true },
    ],
  },
  visits: { indexes: [{ name: 'byStation', keys: { stationId: 1, state: 1, at: -1 } }] },
  doubts: {
    indexes: [
      { name: 'byQueue', keys: { communityId: 1, state: 1, at: 1 } },
      { name: 'byTrace', keys: { traceId: 1 } },
    ],
  },
  groups: { indexes: [{ name: 'byCommunity', keys: { communityId: 1 } }] },
  invites: { indexes: [] },
  leases: { indexes: [] },
} as const satisfies Schema

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
