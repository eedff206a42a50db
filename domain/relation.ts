import { tookBack, type Matter } from './consent'
import { riderRole, scopeOf, type Me } from './role'

/**
 * How a person stands to a record. Each relation is one field of the record and the values that make it his, so that the cloud can
 * put it into the condition of a write and tell the phone (`my`) from the same line.
 */
export interface Relating {
  /** The field of the record, an array or a single value. */
  field: string
  /** The values of that field that make the record this person's. */
  values: (me: Me, now: number) => string[]
  /** A field of the record that lists people for whom it does not hold any more, whatever is remembered of them. */
  except?: string
}

export const relations = {
  /** The rider who has the errand. */
  rider: { field: 'riderId', values: me => [me.id] },
  /** Who stands by to go in the driver's place. */
  backup: { field: 'backupId', values: me => [me.id] },
  /** One of the desk who has the errand himself: 社区自己去. */
  carrier: { field: 'riderId', values: me => [me.id] },
  /** A rider to whom the offer stands open: it names him, or its wave reaches him. */
  asked: { field: 'openTo', values: doorsOf },
  /** A relative bound to the household; one who was unbound is none from that moment on. */
  family: { field: 'householdId', values: me => me.households.map(household => household.id), except: 'unbound' },
  /** The relative whom a binding is about. */
  relative: { field: 'relativeId', values: me => [me.id] },
  /** A clerk of the station's shop. */
  keeper: { field: 'stationId', values: me => me.stations.map(station => station.id) },
} as const satisfies Record<string, Relating>

export type Relation = keyof typeof relations

export const personDoor = (personId: string): string => `person:${personId}`
export const compoundDoor = (compoundId: string): string => `compound:${compoundId}`
export const communityDoor = (communityId: string): string => `community:${communityId}`
/** For riders whom the community `from` confirmed and who declared that they pass `communityId` (the wave to neighbours). */
export const neighbourDoor = (communityId: string, from: string): string => `neighbour:${communityId}:${from}`

/** True for a rider who may be offered what comes: he has not taken back what he agreed to for it. */
export const mayBeOffered = (me: Pick<Me, 'consents'>): boolean =>
  !(['phone', 'pledge'] satisfies Matter[]).some(what => tookBack(me, what))

/**
 * The doors a rider may be offered an errand through: his own, those of his declared compounds, those of his communities. What he has in
 * hand stands behind his own.
 */
export function doorsOf(me: Me, now: number): string[] {
  const communities = scopeOf(me, riderRole, now)
  if (!mayBeOffered(me) || communities.length === 0) return [personDoor(me.id)]
  const beside = (me.neighbours ?? []).flatMap(id => communities.map(from => neighbourDoor(id, from)))
  return [personDoor(me.id), ...(me.areas ?? []).map(compoundDoor), ...communities.map(communityDoor), ...beside]
}

/** True of an errand that riders from beside its community were asked for: who came too late hears who has it. */
export function wasOpenBeside({ offer }: Readonly<Record<string, unknown>>): boolean {
  return typeof offer === 'object' && offer !== null && 'wave' in offer && offer.wave === beside
}
const beside = 'neighbours'

/** Every relation this person has to this record, made in the cloud from the whole record. */
export function relationsOf(me: Me, record: Readonly<Record<string, unknown>>, now: number): Relation[] {
  const names = Object.keys(relations) as Relation[]
  return names.filter(name => {
    const { field, values, except }: Relating = relations[name]
    if (isListed(except && record[except], me.id)) return false
    const held: unknown = record[field]
    const mine = values(me, now)
    return Array.isArray(held)
      ? held.some(value => mine.includes(value))
      : typeof held === 'string' && mine.includes(held)
  })
}

const isListed = (list: unknown, id: string): boolean => Array.isArray(list) && list.includes(id)

/** True when he was something to the record once and is no more. */
export function isExcepted(me: Me, record: Readonly<Record<string, unknown>>): boolean {
  const all: Relating[] = Object.values(relations)
  return all.some(({ except }) => isListed(except && record[except], me.id))
}

/** True for a relative who is bound to the household that the record is, or is about. */
export const isFamily = (me: Me, record: Readonly<Record<string, unknown>>, now: number): boolean =>
  relationsOf(me, record, now).includes('family')
