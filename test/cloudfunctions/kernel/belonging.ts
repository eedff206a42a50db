import { hourMs } from '@domain/time'
import type { Snapshot } from '../snapshot'
import type { Thing } from './thing'

type Document = Readonly<Record<string, unknown>> & { _id: string }

const listOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [])

const kinds: Readonly<Record<string, string>> = {
  errand: 'errands',
  household: 'households',
  binding: 'bindings',
  visit: 'visits',
  station: 'stations',
  study: 'posts',
  safety: 'doubts',
  membership: 'invitations',
  group: 'groups',
  worker: 'roster',
  list: 'imports',
  difference: 'differences',
  reconciliation: 'reconciliations',
  firm: 'enterprises',
  rider: 'people',
}

/** Everything that is stored, and whom it belongs to by which relation: said once more, apart from the product's own relation.ts. */
export function thingsIn(snapshot: Snapshot, now: number): Thing[] {
  const all = (name: string): Document[] => [...(snapshot.get(name)?.values() ?? [])]
  const people = all('people')
  const who = (is: (person: Document) => boolean) => people.filter(is).map(({ openid }) => String(openid))
  const byId = (id: unknown) => who(({ _id }) => _id === id)
  const isIn = (person: Document, communityId: unknown, role: string) =>
    listOf(person.memberships).some(one => one.communityId === communityId && one.role === role)
  const family = (id: unknown, unbound: unknown) =>
    who(person => listOf(person.households).some(one => one.id === id) && !textsOf(unbound).includes(person._id))
  const behind = (door: string) => {
    const [kind, id] = door.split(':')
    if (kind === 'person') return byId(id)
    return who(person => (kind === 'compound' ? textsOf(person.areas).includes(String(id)) : isIn(person, id, 'rider')))
  }
  const carried = (record: Document) => ['accepted', 'underway'].includes(String(record.state)) || isFresh(record, now)

  const belongs: Record<string, (record: Document) => Thing['belongs']> = {
    errand: ({ householdId, riderId, openTo, unbound, timeline }) => ({
      family: family(householdId, unbound),
      rider: byId(riderId),
      carrier: byId(riderId),
      asked: riderId === undefined ? textsOf(openTo).flatMap(behind) : [],
      tookPart: listOf(timeline).flatMap(({ byId: id }) => byId(id)),
    }),
    household: ({ _id, unbound }) => ({
      family: family(_id, unbound),
      carrying: all('errands')
        .filter(record => record.householdId === _id && carried(record))
        .flatMap(({ riderId }) => byId(riderId)),
    }),
    binding: ({ householdId, relativeId }) => ({
      family: family(householdId, []),
      relative: byId(relativeId),
      about: byId(relativeId),
    }),
    visit: ({ stationId }) => ({ keeper: who(({ stations }) => listOf(stations).some(({ id }) => id === stationId)) }),
    station: ({ _id }) => ({ keeper: who(({ stations }) => listOf(stations).some(({ id }) => id === _id)) }),
    rider: ({ _id }) => ({
      served: all('errands')
        .filter(record => record.riderId === _id && carried(record))
        .flatMap(({ householdId, unbound }) => family(householdId, unbound)),
    }),
    worker: ({ personId, phone, communityId }) => ({
      enteredAs: who(
        one => one._id === personId || (isIn(one, communityId, 'rider') && phone !== '' && one.phone === phone),
      ),
    }),
  }
  return Object.entries(kinds).flatMap(([kind, collection]) =>
    all(collection).map(record => ({
      kind,
      collection,
      id: record._id,
      ...(typeof record.state === 'string' && { state: record.state }),
      ...(kind === 'errand' && record.kind === 'medicine' && { which: 'medicine' }),
      ...(kind === 'errand' && record.state === 'delivered' && !isFresh(record, now) && { which: 'three hours ago' }),
      belongs: belongs[kind]?.(record) ?? {},
    })),
  )
}

/** Whoever brought it may look for two hours more. */
const isFresh = ({ deliveredAt, state }: Document, now: number): boolean =>
  state === 'delivered' && now - Number(deliveredAt) < 2 * hourMs
