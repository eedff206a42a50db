import type { Errand } from '../errand/record'
import type { Recurring } from '../recurring/record'
import type { Binding } from '../household/binding'
import type { Household } from '../household/record'
import type { Relation } from '../relation'
import { isOfDesk, type Role } from '../role'
import type { Doubt } from '../safety'
import { shaded } from '../safety/held'
import type { Station, Visit } from '../station'
import type { Post } from '../study'
import { errandSight } from './errand'
import { recurringSight } from './recurring'
import type { Facts, Sight, Viewer } from './rule'

export type { Viewer } from './rule'

/** The records that leave the cloud one by one or in pages. */
interface Seen {
  errand: Errand
  recurring: Recurring
  post: Post
  station: Station
  visit: Visit
  household: Household
  binding: Binding
  doubt: Doubt
}
export type RecordName = keyof Seen

const always = () => 'any'

const reader = [
  'title',
  'groupId',
  'groupName',
  'cards',
  'cardCount',
  'publishedAt',
  'author',
] as const satisfies (keyof Post)[]
const open = [
  'rev',
  'name',
  'kind',
  'address',
  'point',
  'openFrom',
  'openUntil',
  'facilities',
  'faults',
  'closure',
  'verifiedAt',
  'phone',
] as const satisfies (keyof Station)[]
const home = [
  'rev',
  'elder',
  'compoundId',
  'compound',
  'building',
  'floor',
  'hasLift',
  'stairs',
  'alone',
  'knocks',
  'note',
  'masked',
  'consent',
  'regularRider',
  'verifiedAt',
  'hasApp',
] as const satisfies (keyof Household)[]
const asking = ['householdId', 'name', 'calls', 'askedAt', 'until'] as const satisfies (keyof Binding)[]
const binding = [...asking, 'consent'] as const satisfies (keyof Binding)[]
const toTell = ['elder', 'call'] as const satisfies (keyof Binding)[]

/** Who sees what of a record at which stage: fields[stage][viewer], beside `id`, `state`, `communityId` and `my`, which are always given. */
export const sight: { [N in RecordName]: Sight<Seen[N]> } = {
  errand: errandSight,
  recurring: recurringSight,
  post: {
    stage: record => (record.state === 'published' ? 'published' : 'unpublished'),
    viewers: ['desk', 'passerby'],
    fields: {
      published: { desk: [...reader, 'rev', 'publishAt', 'sharedAt'], passerby: reader },
      unpublished: { desk: [...reader, 'rev', 'publishAt', 'sharedAt'] },
    },
  },
  station: { stage: always, viewers: ['keeper', 'passerby'], fields: { any: { keeper: open, passerby: open } } },
  visit: {
    stage: always,
    viewers: ['keeper', 'passerby'],
    fields: {
      any: { keeper: ['stationId', 'stationName', 'who', 'at'], passerby: ['stationId', 'stationName', 'at'] },
    },
  },
  household: {
    stage: always,
    viewers: ['family', 'desk'],
    fields: { any: { family: home, desk: [...home, 'regularRiderId'] } },
  },
  binding: {
    stage: record => (record.state === 'asked' ? 'asked' : 'any'),
    viewers: ['family', 'desk'],
    fields: {
      asked: { family: asking, desk: [...asking, ...toTell] },
      any: { family: binding, desk: [...binding, ...toTell] },
    },
  },
  doubt: {
    stage: always,
    viewers: ['desk'],
    fields: { any: { desk: ['why', 'whose', 'where', 'words', 'picture', 'of', 'ofId', 'at', 'reasons'] } },
  },
}

/** Who was asked and said no is between him and the desk. */
const deskOnly = ['see', 'decline', 'called', 'rise']
const ofDesk: readonly Viewer[] = ['desk', 'carrier']

function storyFor(viewer: Viewer, timeline: unknown): unknown {
  if (ofDesk.includes(viewer) || !Array.isArray(timeline)) return timeline
  return timeline.filter((line: { verb?: string }) => !deskOnly.includes(line.verb ?? ''))
}

const given = ['id', 'state', 'communityId', 'my'] as const
/** Which fields wait for the desk is said to everybody who reads the record (safety/held.ts). */
const waits = ['waits'] as const

/**
 * The fields of a stored record that this viewer may have now, or nothing when he may see nothing of it at all.
 * `my` are his relations to it, `roles` the roles he holds in its community; what waits for the desk is covered for all but its author
 * (`readerId`) and the desk.
 */
export function seen(
  name: RecordName,
  record: Facts,
  my: readonly Relation[],
  roles: readonly Role[],
  now: number,
  readerId = '',
): Facts | undefined {
  const { stage, viewers, fields } = sight[name]
  const held: Viewer[] = [...my, ...(roles.some(isOfDesk) ? (['desk'] as const) : []), 'passerby']
  const at = fields[stage(record, now)] ?? fields.any ?? {}
  const viewer = viewers.find(candidate => held.includes(candidate) && at[candidate] !== undefined)
  const allowed = viewer && at[viewer]
  if (!allowed) return undefined
  const shade = shaded(record, { id: readerId, isDesk: roles.some(isOfDesk) })
  const whole: Facts = { ...shade, my, timeline: storyFor(viewer, shade.timeline) }
  return Object.fromEntries(
    [...given, ...allowed, ...waits].flatMap(field => (whole[field] === undefined ? [] : [[field, whole[field]]])),
  )
}
