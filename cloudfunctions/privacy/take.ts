import { Failure } from '@domain/failure'
import { isKeyOf } from '@domain/key'
import type { InputOf } from '@domain/operation'
import { mostPartBytes, type Part, type privacy } from '@domain/privacy'
import type { Taken } from '@domain/privacy/holding'
import { rolesIn } from '@domain/role'
import { seen, type RecordName } from '@domain/sight'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { households } from '../kernel/households'
import { placeOf, relationsIn } from '../kernel/guard'
import { personOf } from '../kernel/people'
import { bindings, errands, own, progress, recurrings, visits, workers } from './stores'

type Facts = Readonly<Record<string, unknown>>
interface Rows {
  rows: { _id: string }[]
  next?: string
}

interface Source {
  /** A page of what is stored, from a cursor on. */
  page: (actor: Actor, after: string | undefined) => Promise<Rows>
  /** What of a record he takes along; nothing where he may see nothing of it. */
  shown: (record: Facts & { _id: string }, actor: Actor) => Facts | undefined
  /** The moment in the cursor. */
  by?: string
}

/** His own fields of what is stored of him: who he is to WeChat, and what the cloud keeps for itself, stays. */
const himself = [
  'name',
  'trade',
  'firm',
  'phone',
  'areas',
  'advances',
  'plate',
  'memberships',
  'households',
  'stations',
  'freeUntil',
  'restUntil',
  'quiet',
  'weeklyCap',
  'readAt',
  'application',
  'neighbours',
  'hours',
  'skills',
  'vehicle',
  'certificates',
  'confirmations',
  'looks',
  'consents',
  'groups',
  'subscribed',
  'face',
]

const fields = (names: readonly string[]) => (record: Facts) =>
  Object.fromEntries(names.flatMap(name => (record[name] === undefined ? [] : [[name, record[name]]])))

/** As he may see it now: the same fields and the same stages as on his screen. */
function bySight(name: RecordName) {
  return (record: Facts & { _id: string }, { me, now, id }: Actor): Facts | undefined => {
    const whole = { state: '', ...record, id: record._id }
    return seen(name, whole, relationsIn(me, whole, now), rolesIn(me, placeOf(record), now), now, id)
  }
}

const none: Rows = { rows: [] }
const most = 20

/** One source for every collection that says it is taken along (holding.ts), in this order; errands have two. */
const sources = {
  people: {
    page: async actor => {
      const person = await personOf(actor.openid, actor.now, true)
      return person && !person.leaving ? { rows: [person] } : none
    },
    shown: fields(himself),
  },
  households: {
    page: async ({ me }) => {
      const ids = me.households.map(({ id }) => id)
      return ids.length > 0 ? { rows: await households.find({ _id: _.in(ids) }) } : none
    },
    shown: bySight('household'),
  },
  errands: {
    page: async ({ me }, after) =>
      me.households.length > 0 ? errands.page(own.family(me), { by: 'touchedAt', after, limit: most }) : none,
    shown: bySight('errand'),
    by: 'touchedAt',
  },
  carried: {
    page: ({ me }, after) => errands.page(own.carried(me), { by: 'touchedAt', after, limit: most }),
    shown: bySight('errand'),
    by: 'touchedAt',
  },
  visits: {
    page: ({ me }, after) => visits.page(own.person(me), { by: 'at', after, limit: most }),
    shown: fields(['stationName', 'at', 'state']),
    by: 'at',
  },
  progress: {
    page: ({ me }, after) => progress.page(own.person(me), { by: 'touchedAt', after, limit: most }),
    shown: fields(['postId', 'card', 'finishedAt']),
    by: 'touchedAt',
  },
  bindings: {
    page: async ({ me }) => ({ rows: await bindings.find({ relativeId: me.id }) }),
    shown: record => {
      const { endsAt, ...kept } = fields(['elder', 'calls', 'state', 'askedAt', 'consent', 'endsAt'])(record)
      return endsAt === never ? kept : { ...kept, endsAt }
    },
  },
  recurrings: {
    page: async ({ me }) =>
      me.households.length > 0
        ? { rows: await recurrings.find(own.family(me), { omit: ['timeline', 'outbox'] }) }
        : none,
    shown: bySight('recurring'),
  },
  roster: {
    page: async ({ me }) => ({ rows: await workers.find({ personId: me.id }) }),
    shown: fields(['name', 'phone', 'firm', 'trade', 'state', 'answeredAt']),
  },
} as const satisfies Record<Taken | 'carried', Source>
const order = Object.keys(sources)
const first: Taken = 'people'

/** 带走一份: one part of the file, never more than a reply carries; `next` is where the phone goes on. */
export async function take({ after = first }: InputOf<typeof privacy.take>, actor: Actor): Promise<Part> {
  const [name = first, cursor] = after.split('~')
  if (!isKeyOf(sources, name)) throw new Failure('BAD_INPUT')
  const source: Source = sources[name]
  const { rows, next } = await source.page(actor, cursor)
  const kept: Facts[] = []
  let bytes = 0
  for (const [i, row] of rows.entries()) {
    const shown = source.shown({ ...row }, actor)
    bytes += Buffer.byteLength(JSON.stringify(shown ?? ''))
    const before = rows[i - 1]
    if (bytes > mostPartBytes && before) return { of: name, rows: kept, next: `${name}~${place(before, source)}` }
    if (shown) kept.push(shown)
  }
  const following = order[order.indexOf(name) + 1]
  const goesOn = next === undefined ? following : `${name}~${next}`
  return { of: name, rows: kept, ...(goesOn && { next: goesOn }) }
}

const place = (row: { _id: string }, { by = '' }: Source): string =>
  `${new Map<string, unknown>(Object.entries(row)).get(by)}@${row._id}`
