import { toDesk, toFamily, type Notice } from '@domain/notice'
import type { Operation } from '@domain/operation'
import type { Role } from '@domain/role'
import type { Actor } from './actor'
import { _ } from './cloud'
import { hash } from './hash'

/** One line of a record's timeline as stored; `sum` is the fingerprint of the input the key came with. */
export interface Entry {
  verb: string
  who: string
  as: Role
  byId: string
  at: number
  key: string
  sum: string
  state?: string
  why?: string
  /** When the phone says that it was done, where that was earlier than `at`. */
  happenedAt?: number
}

/** What is stored of every record, beside its own fields. */
export interface Stored {
  _id: string
  communityId: string
  state?: string
  rev: string
  touchedAt: number
  timeline?: Entry[]
  /** The latest writes of a record without a timeline. */
  keys?: Entry[]
}

export interface Telling extends Pick<Notice, 'to' | 'say' | 'who' | 'why'> {}

type Fields = Readonly<Record<string, unknown>>
/** The same for every role, or as the role decides in which the write is tried. */
type ByRole<T> = T | ((role: Role) => T)

export interface Write {
  /** Fields to set; `undefined` removes one. An object is set whole, never merged. */
  patch?: ByRole<Fields>
  /** What else must hold of the record for this write to happen. */
  where?: ByRole<object | undefined>
  /** A setting is changed against the `rev` the person saw. */
  rev?: string
  why?: string
  /** When it was really done, as the phone says; beside the cloud's own time, and never decided on. */
  happenedAt?: number | undefined
  tell?: ByRole<readonly Telling[] | undefined>
}

const mostEntries = 200
const mostKeys = 20

/** What a write says for this role. */
export function inRole<T>(value: ByRole<T>, role: Role): T {
  return typeof value === 'function' ? (value as (role: Role) => T)(role) : value
}

/** The writes a record remembers: its timeline, or the latest keys of one that has none. */
export function keptOf(record: Stored): Entry[] {
  return record.timeline ?? record.keys ?? []
}

/** The key of a write to a record without a timeline. */
export function remembered(op: Operation, actor: Actor, role: Role): Record<string, unknown> {
  return { keys: _.push({ each: [entryOf(op, actor, role)], slice: -mostKeys }) }
}

/** The line a write adds to the timeline, and the notices it leaves in the outbox. */
export function happened(op: Operation, actor: Actor, role: Role, write: Write): Record<string, unknown> {
  const tellings = inRole(write.tell, role)
  return {
    timeline: _.push({ each: [entryOf(op, actor, role, write)], slice: -mostEntries }),
    ...Object.fromEntries(told(actor, tellings)),
    ...Object.fromEntries(notices(actor, tellings).map(([id, notice]) => [`outbox.${id}`, _.set(notice)])),
  }
}

/** One line of the timeline: who did what, as what, when, with which key. */
export function entryOf(
  op: Operation,
  actor: Actor,
  role: Role,
  { why, happenedAt }: Pick<Write, 'why' | 'happenedAt'> = {},
): Entry {
  return {
    verb: op.verb,
    who: actor.name,
    as: role,
    byId: actor.id,
    at: actor.now,
    key: actor.key,
    sum: actor.sum,
    ...(op.moves && { state: op.moves.to }),
    ...(why !== undefined && { why }),
    ...(happenedAt !== undefined && { happenedAt }),
  }
}

/** Notices by an id that a repetition makes again, and that is safe as part of a path. */
export function notices(actor: Actor, tell: readonly Telling[] = []): [string, Notice][] {
  return tell.map((telling, i) => [
    `n${hash(`${actor.key} ${i}`, 12)}`,
    {
      ...plain(telling),
      at: actor.now,
      reach: 'waiting',
      // Words in it wait as long as those of the write that brought them.
      ...(telling.why !== undefined && { key: actor.key }),
    },
  ])
}

/** A write with notices falls due at once, and the sides it tells can count it as unread. */
export function told(actor: Actor, tell: readonly Telling[] = []): [string, unknown][] {
  if (tell.length === 0) return []
  const sides = tell.map(({ to }) => (to === toFamily ? 'toldFamilyAt' : to === toDesk ? 'toldDeskAt' : 'toldRiderAt'))
  return [['dueAt', actor.now], ...sides.map((side): [string, unknown] => [side, actor.now])]
}

/** Without what is undefined; a list stays as it is. */
function plain<T extends object>(value: T): T {
  if (Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T
}

/** A patch as the database wants it: `undefined` removes, an object is set whole. */
export function patched(patch: Fields = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).map(([field, value]) => {
      if (value === undefined) return [field, _.remove()]
      return [field, isPlain(value) ? _.set(plain(value)) : value]
    }),
  )
}

/** Objects and arrays a person's words may be in; the SDK's own commands have another prototype and pass as they are. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  )
}
