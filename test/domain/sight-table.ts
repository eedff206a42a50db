/**
 * Who sees what, cell by cell, in words of its own: nothing here is taken from the product's lists, so that a field that slips into one of
 * them is found. `-` is nothing at all: not even that there is such a record.
 */
type Cells = Readonly<Record<string, string>>
type Table = Readonly<Record<string, Readonly<Record<string, Cells>>>>

const passing = 'kind compound when'
const ofItsKind = 'meal medicine shopping parcel ride'
const ofMoney = 'bill more account paidAt receivedAt'
const standby = 'backupName backupState remindedAt'
const offered = `${passing} tripId building stairs heavy pickUp money offer urgent stop escalated toldRiderAt`
const carried = `${offered} ${standby} ${ofItsKind} ${ofMoney} what elder note answer knock code word householdId riderId riderName acceptedAt deliveredAt proof why reason goodsAt happenedAt late timeline`
const over = `${passing} riderId deliveredAt closedAt thanks toldRiderAt`
const told = `${passing} rev compoundId building stairs heavy what ${ofItsKind} tripId pickUp money ${ofMoney} ${standby} note answer elder householdId newcomer namedOnly urgent stop offer
  riderId riderName riderTrade word askedBy byPhone toCall requestedAt waitingSince acceptedAt deliveredAt closedAt why reason goodsAt happenedAt late escalated
  proof confirmedBy recurringId on weekdays substituteName timeline`
const family = `${told} calls code digits rating thanks toldFamilyAt`
const desk = `${told} backupId knock regularRiderId substituteId gridId inGroup saidNo choices proposed byHand`
const byStanding = `${passing} ${standby} building what tripId pickUp riderName toldRiderAt`
const lesson = 'title groupId groupName cards cardCount publishedAt author'
const written = `${lesson} rev publishAt sharedAt`
const place = 'rev name kind address point openFrom openUntil facilities faults closure verifiedAt phone'
const home = `rev elder compoundId compound building floor hasLift stairs alone knocks note masked consent regularRider verifiedAt hasApp`
const rule = `kind what meal medicine shopping parcel pickUp heavy money note rev householdId name weekdays dates from until fromOn untilOn skips madeOn askedBy byPhone
  stopped`
const asking = 'householdId name calls askedAt until'

export const table: Table = {
  errand: {
    unverified: { family, desk, rider: '-', asked: '-', passerby: '-' },
    before: { family, desk, rider: over, asked: `${offered} what`, backup: byStanding, passerby: passing },
    beforeMedicine: { family, desk, rider: over, asked: offered, passerby: passing },
    going: {
      family: `${family} riderFace riderPlate`,
      desk,
      carrier: `${desk} code toldRiderAt`,
      rider: carried,
      backup: byStanding,
      asked: `${passing} riderName`,
      passerby: `${passing} riderName`,
    },
    owing: { family, desk, rider: `${over} goodsAt money ${ofMoney}`, asked: passing, passerby: passing },
    after: { family, desk, rider: over, backup: byStanding, asked: passing, passerby: passing },
  },
  post: {
    published: { desk: written, passerby: lesson },
    unpublished: { desk: written, passerby: '-' },
  },
  station: { any: { keeper: place, desk: place, passerby: place } },
  visit: {
    any: {
      keeper: 'stationId stationName who at',
      desk: 'stationId stationName at',
      passerby: 'stationId stationName at',
    },
  },
  household: {
    any: {
      family: home,
      desk: `${home} regularRiderId`,
      rider: '-',
      asked: '-',
      keeper: '-',
      relative: '-',
      passerby: '-',
    },
  },
  binding: {
    asked: { family: asking, desk: `${asking} elder call`, relative: '-', rider: '-', passerby: '-' },
    any: {
      family: `${asking} consent`,
      desk: `${asking} consent elder call`,
      relative: '-',
      rider: '-',
      passerby: '-',
    },
  },
  recurring: {
    any: { family: rule, desk: rule, rider: '-', asked: '-', keeper: '-', relative: '-', passerby: '-' },
  },
  doubt: {
    any: { desk: 'why whose where words picture of ofId at reasons', family: '-', rider: '-', passerby: '-' },
  },
}

/** A record of each stage, and each that reads as one: its state and what else decides. Moments are milliseconds after `start`. */
interface Example {
  stage: string
  facts: Readonly<Record<string, unknown>>
  /** When it is looked at, ms after it was delivered. */
  after?: number
}

/** Two hours, in milliseconds: what the house shows a rider ends then, and not a millisecond later. */
const twoHours = 7_200_000
const states = (stage: string, names: readonly string[]): Example[] => names.map(state => ({ stage, facts: { state } }))

export const examples: Readonly<Record<string, readonly Example[]>> = {
  errand: [
    ...['requested', 'dispatched', 'accepted', 'delivered', 'cancelled'].map(state => ({
      stage: 'unverified',
      facts: { state, newcomer: true },
    })),
    ...states('before', ['dispatched']),
    { stage: 'beforeMedicine', facts: { state: 'dispatched', kind: 'medicine' } },
    ...states('going', ['accepted', 'underway']),
    { stage: 'going', facts: { state: 'accepted', kind: 'medicine' } },
    { stage: 'going', facts: { state: 'delivered' }, after: 0 },
    { stage: 'going', facts: { state: 'delivered' }, after: twoHours - 1 },
    { stage: 'after', facts: { state: 'delivered' }, after: twoHours },
    { stage: 'after', facts: { state: 'delivered' }, after: twoHours + 1 },
    { stage: 'owing', facts: { state: 'delivered', account: 'open' }, after: twoHours },
    ...['confirmed', 'disputed', 'failed'].map(state => ({ stage: 'owing', facts: { state, account: 'open' } })),
    { stage: 'after', facts: { state: 'confirmed', account: 'settled' } },
    { stage: 'owing', facts: { state: 'cancelled', account: 'open' } },
    ...states('after', [
      'requested',
      'returned',
      'confirmed',
      'failed',
      'disputed',
      'cancelled',
      'unheard-of',
      '__proto__',
    ]),
  ],
  post: [
    ...states('published', ['published']),
    ...states('unpublished', ['draft', 'scheduled', 'withdrawn', 'unheard-of']),
  ],
  station: [{ stage: 'any', facts: {} }],
  visit: states('any', ['waiting', 'counted']),
  household: [{ stage: 'any', facts: {} }],
  binding: [...states('asked', ['asked']), ...states('any', ['bound', 'refused', 'ended', 'unheard-of'])],
  recurring: states('any', ['kept', 'going', 'paused', 'ended', 'unheard-of']),
  doubt: states('any', ['checking', 'waiting', 'passed', 'allowed', 'hidden']),
}
