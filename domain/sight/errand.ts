import { fadesMs } from '../errand/clocks'
import { owes } from '../errand/money'
import { mayHaveBought } from '../errand/owing'
import type { Errand } from '../errand/record'
import type { Sight } from './rule'

/** What each kind asked of its own: diet, lines, where the ticket lies. */
const ofKind = ['meal', 'medicine', 'shopping', 'parcel', 'ride'] as const satisfies (keyof Errand)[]
const ofMoney = ['bill', 'more', 'account', 'paidAt', 'receivedAt'] as const satisfies (keyof Errand)[]
/** Who stands by knows the day and the place, and whom he may stand in for. */
const ofBackup = ['backupName', 'backupState', 'remindedAt'] as const satisfies (keyof Errand)[]
const masked = ['kind', 'compound', 'when'] as const satisfies (keyof Errand)[]
const asked = [
  ...masked,
  'building',
  'stairs',
  'heavy',
  'what',
  'tripId',
  'pickUp',
  'money',
  'offer',
  'urgent',
  'stop',
  'escalated',
  'toldRiderAt',
] as const satisfies (keyof Errand)[]
/** A medicine's name is read by who fetches it, not by who is asked. */
const askedForMedicine = asked.filter(field => field !== 'what')
const carrying = [
  ...asked,
  ...ofBackup,
  ...ofKind,
  ...ofMoney,
  'elder',
  'note',
  'answer',
  'knock',
  'code',
  'word',
  'householdId',
  'riderId',
  'riderName',
  'acceptedAt',
  'deliveredAt',
  'proof',
  'why',
  'reason',
  'goodsAt',
  'happenedAt',
  'late',
  'timeline',
] as const satisfies (keyof Errand)[]
const afterwards = [
  ...masked,
  'riderId',
  'deliveredAt',
  'closedAt',
  'thanks',
  'toldRiderAt',
] as const satisfies (keyof Errand)[]
const settled = [
  ...masked,
  'rev',
  'compoundId',
  'building',
  'stairs',
  'heavy',
  'what',
  ...ofKind,
  'tripId',
  'pickUp',
  'money',
  ...ofMoney,
  ...ofBackup,
  'note',
  'answer',
  'elder',
  'householdId',
  'newcomer',
  'namedOnly',
  'urgent',
  'stop',
  'offer',
  'riderId',
  'riderName',
  'riderTrade',
  'word',
  'askedBy',
  'byPhone',
  'toCall',
  'requestedAt',
  'waitingSince',
  'acceptedAt',
  'deliveredAt',
  'closedAt',
  'why',
  'reason',
  'goodsAt',
  'happenedAt',
  'late',
  'escalated',
  'proof',
  'confirmedBy',
  'recurringId',
  'on',
  'weekdays',
  'substituteName',
  'timeline',
] as const satisfies (keyof Errand)[]
const family = [
  ...settled,
  'calls',
  'code',
  'digits',
  'rating',
  'thanks',
  'toldFamilyAt',
] as const satisfies (keyof Errand)[]
const standingBy = [
  ...masked,
  ...ofBackup,
  'building',
  'what',
  'tripId',
  'pickUp',
  'riderName',
  'toldRiderAt',
] as const satisfies (keyof Errand)[]
const desk = [
  ...settled,
  'backupId',
  'knock',
  'regularRiderId',
  'substituteId',
  'gridId',
  'inGroup',
  'saidNo',
  'choices',
  'proposed',
  'byHand',
] as const satisfies (keyof Errand)[]

/** 社区自己去: one of the desk reads what a rider reads who carries it, and what the desk does. */
const carrier = [...new Set([...desk, ...carrying])]

/** Until the money is settled the one who laid it out, or may have, reads the sum, and nothing else of what was. */
const isOwing = (record: Partial<Errand>, now: number): boolean => owes(record) || mayHaveBought(record, now)

/** 点单: what opens to whom as it goes on, and closes again (DESIGN.md section 2, law 6). */
export const errandSight: Sight<Errand> = {
  stage(record, now) {
    if (record.newcomer === true) return 'unverified'
    if (record.state === 'accepted' || record.state === 'underway') return 'going'
    if (record.state === 'delivered' && now - Number(record.deliveredAt) < fadesMs) return 'going'
    if (record.state !== 'dispatched') return isOwing(record, now) ? 'owing' : 'after'
    return record.kind === 'medicine' ? 'beforeMedicine' : 'before'
  },
  viewers: ['family', 'rider', 'carrier', 'desk', 'asked', 'backup', 'passerby'],
  fields: {
    unverified: { family, desk },
    before: { family, desk, rider: afterwards, asked, backup: standingBy, passerby: masked },
    beforeMedicine: { family, desk, rider: afterwards, asked: askedForMedicine, passerby: masked },
    going: {
      family: [...family, 'riderFace', 'riderPlate'],
      desk,
      carrier,
      rider: carrying,
      backup: standingBy,
      passerby: [...masked, 'riderName'],
    },
    owing: { family, desk, rider: [...afterwards, 'goodsAt', 'money', ...ofMoney], passerby: masked },
    after: { family, desk, rider: afterwards, backup: standingBy, passerby: masked },
  },
}
