import type { CollectionName } from './schema'

interface Fields {
  /** What tells of a person: who he is, where he lives, what he needs, what he said. */
  private: string
  /** Every other field: things, moments, states, and ids, which say nothing by themselves. */
  open: string
}

/**
 * 隐私: the fields of every collection, by name. What is private leaves the cloud to those alone whom the tests list
 * (test/cloudfunctions/kernel/allowed.ts), and stands in no log, push, card, link or name of a file. A stored field that is in neither
 * list fails a test. Beside them each record may have those of `ofEveryRecord`.
 */
const fields = {
  communities: {
    private: '',
    open: 'name phone compounds groups onDuty subdistrictId subdistrict helps grids auto stop',
  },
  people: {
    private: `openid name phone plate badge firm application confirmed households face groups subscribed consents advances freeUntil
      readAt looks confirmations awayUntil`,
    open: 'toldAt leaving memberships stations trade areas neighbours hours skills vehicle certificates quiet weeklyCap restUntil awayBy',
  },
  households: {
    private:
      'building unit door floor hasLift stairs elder alone knock knocks note phones consent regularRider finds usual visitNotes',
    open: 'householdId compoundId compound verifiedAt hasApp regularRiderId unbound substitutedOn leaving',
  },
  errands: {
    private: `what meal medicine shopping parcel ride pickUp code note answer building stairs elder calls knock word digits urgent offer riderName riderFace backupName riderPlate askedBy why goodsAt proof bill more
      rating thanks looks substituteName choices saidNo`,
    open: `householdId kind tripId when heavy money account paidAt receivedAt backupId backupState fellOutAt remindedAt compoundId compound newcomer namedOnly toCall byPhone inGroup askedById requestedAt waitingSince
      acceptedAt deliveredAt closedAt confirmedBy escalated riderId riderTrade reason happenedAt late regularRiderId openTo inboxOf slot digitsTries digitsTried
      callsOpen card unbound lookedAt recurringId on weekdays substituteId gridId stop byHand`,
  },
  recurrings: {
    private: 'what meal medicine shopping parcel pickUp note name askedBy',
    open: `householdId compoundId kind heavy money weekdays dates from until fromOn untilOn skips madeOn byPhone stopped askedById endedAt inboxOf
      callsOpen call unbound`,
  },
  substitutes: {
    private: 'riderName regularRider by',
    open: 'householdId on riderId regularRiderId inboxOf endsAt',
  },
  cares: {
    private: 'elder words photo did why',
    open: 'householdId compoundId errandId riderId kind happenedAt at endsAt',
  },
  posts: {
    private: '',
    open: 'title groupId groupName cards cardCount author authorId publishAt publishedAt sharedAt',
  },
  progress: { private: 'card finishedAt', open: 'postId personId' },
  stations: {
    private: '',
    open: `stationId name kind address point radiusMetres openFrom openUntil facilities faults closure verifiedAt code phone closedAt`,
  },
  visits: { private: 'who', open: 'stationId stationName personId on at how' },
  doubts: {
    private: 'whose where words holding reporters reasons file traceId',
    open: 'why of ofId compoundId at picture',
  },
  groups: { private: 'boundBy', open: 'groupId name boundAt endedAt' },
  invites: { private: 'code', open: 'groupId personId until usedAt' },
  invitations: {
    private: 'by code who',
    open: 'role post place office compoundId stationId subdistrictId byId until endsAt personId',
  },
  roster: {
    private: 'claims name order phone tail firm',
    open: 'marks known initial firmId trade here leftAt personId answeredAt',
  },
  enterprises: { private: 'fields', open: 'name initial order' },
  imports: { private: 'file whose by sheets', open: 'fileId sum body until turn chosen counts' },
  importRows: { private: 'rows', open: 'listId turn kind part numbers workerIds decisions doneAt' },
  reconciliations: { private: 'by signedBy', open: 'left right firm found at signedAt' },
  differences: {
    private: 'name order firm left right by',
    open: 'reconciliationId workerId gap field has lacks choice at appliedAt',
  },
  rosterLooks: { private: 'who', open: 'workerId what at rows' },
  removals: { private: '', open: 'householdId' },
  bindings: {
    private: 'elder name calls consent call',
    open: 'householdId compoundId relativeId askedAt until inboxOf callsOpen endsAt',
  },
  codes: { private: 'code', open: 'householdId until usedBy' },
  tries: { private: '', open: 'personId until tries tried taps' },
  looks: { private: 'who as', open: 'householdId personId at' },
  sheetFiles: { private: '', open: 'file at' },
  leases: { private: '', open: 'until' },
} as const satisfies Record<CollectionName, Fields>

const ofEveryRecord: Fields = {
  private: 'timeline outbox keys held',
  open: '_id communityId state rev touchedAt dueAt toldFamilyAt toldDeskAt toldRiderAt',
}

const named = (names: string): string[] => names.split(/\s+/).filter(name => name !== '')

/** The private fields of a collection. */
export const privateFields = (name: CollectionName): string[] => [
  ...named(fields[name].private),
  ...named(ofEveryRecord.private),
]

/** Its other fields. */
export const openFields = (name: CollectionName): string[] => [
  ...named(fields[name].open),
  ...named(ofEveryRecord.open),
]
