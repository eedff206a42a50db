import type { Relation } from './relation'
import type { Me, Role } from './role'
import { besideOf, clerkRole, confinedTo, deskRole, residentRole, riderRole, rolesIn } from './role'
import type { RecordName } from './sight'
import * as z from './zod'

/** A legal change of state: the states it may start from and the one it ends in. `from: []` creates the record. */
export interface Moves<State extends string = string> {
  from: readonly State[]
  to: State
}

/** What leaves the cloud: `one` record or a `page` of them (fields chosen by sight.ts), the `moved` receipt, or a `plain` shape of its own. */
export interface Output<Schema extends z.ZodMiniType = z.ZodMiniType> {
  shape: 'moved' | 'one' | 'page' | 'plain'
  record?: RecordName
  schema: Schema
}

/** One row is one operation: permission, ownership, transition, validation, types and buttons are all read from it. */
export interface Row<State extends string = string> {
  /** Who may: the actor's scope is the set of communities in which he holds one of these roles. */
  by: readonly Role[]
  /** The relation an actor must have to the record when he acts in the role the relation belongs to (relation.ts). */
  own?: readonly Relation[]
  moves?: Moves<State>
  /** The whole community's: who looks after one compound of it may not. */
  whole?: true
  /** A setting, changed against the `rev` the person saw. */
  changes?: true
  input: z.ZodMiniType
  output: Output
}

export type Table<State extends string = string> = Record<string, Row<State>>

export type Operation<R extends Row = Row> = R & { readonly area: string; readonly verb: string }

export type InputOf<R extends Row> = z.infer<R['input']>
export type OutputOf<R extends Row> = z.infer<R['output']['schema']>

/** Names every row of an area after its key, so that `errand.accept` knows that it is errand's `accept`. */
export function area<T extends Table>(name: string, table: T): { [V in keyof T]: Operation<T[V]> } {
  const rows = Object.entries(table).map(([verb, row]) => [verb, { ...row, area: name, verb }])
  return Object.fromEntries(rows) as { [V in keyof T]: Operation<T[V]> }
}

/** A record's or person's id: what the cloud makes, never more than 64 plain characters. */
export const Id = z.string().check(z.regex(/^[\w:@.#-]{1,64}$/, '编号不对'))

/** Made by the phone for every write; a repeat with the same key is answered, not executed again. The clock's own begin with its name. */
export const Key = z.string().check(z.regex(/^(?!clock)[\w:.-]{8,80}$/, '请求编号不对'))

/** Where the next page of a list begins, as the last page said. */
export const Cursor = z.string().check(z.regex(/^\d{1,16}@[\w:@.#-]{1,64}$/, '请从头再看'))

/** Text a person types: trimmed length within `most` characters, no control characters. */
export function text(most: number, least = 1) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(least, '请写一写'),
      z.maxLength(most, `最多写 ${most} 个字`),
      z.regex(/^[^\p{Cc}]*$/u, '有不能用的字符'),
    )
}

/** A moment: epoch milliseconds. */
export const Moment = z.number().check(z.int(), z.nonnegative(), z.lte(8.64e15))

export const OnlyId = z.strictObject({ id: Id })

/** The receipt of a write, built from the write itself. `rev` is the key of the record's last write. */
export const Moved = z.object({ id: Id, state: z.string(), rev: z.string(), at: Moment })
export type Moved = z.infer<typeof Moved>

export const moved = { shape: 'moved', schema: Moved } as const satisfies Output

export function one<S extends z.ZodMiniType>(record: RecordName, schema: S) {
  return { shape: 'one', record, schema } as const satisfies Output
}

/** Rows in the order of their index; `next` is the cursor of the next page, absent at the end. */
export function page<S extends z.ZodMiniType>(record: RecordName, row: S) {
  return {
    shape: 'page',
    record,
    schema: z.object({ rows: z.array(row), next: z.optional(z.string()) }),
  } as const satisfies Output
}

export function plain<S extends z.ZodMiniType>(schema: S) {
  return { shape: 'plain', schema } as const satisfies Output
}

/** True for a row that writes: only these carry a key. */
export function writes(row: Row): boolean {
  return row.moves !== undefined || row.changes === true
}

interface Drawable {
  communityId?: string | undefined
  compoundId?: string | undefined
  state?: string | undefined
  my?: readonly string[] | undefined
}

/** True when this person may do this to this record as it stands: the same table draws the button and guards the cloud. */
export function may(row: Operation, me: Me, record: Drawable): boolean {
  if (row.moves && !row.moves.from.includes(record.state ?? '')) return false
  const { my = [], communityId = '' } = record
  if (row.whole && confinedTo(me, row.by, communityId, 0)) return false
  const here = rolesIn(me, record)
  return row.by.some(role => {
    const needed = (row.own ?? []).filter(relation => relationRole[relation] === role)
    const isHis = needed.some(relation => my.includes(relation))
    return here.includes(role) ? needed.length === 0 || isHis : isHis && besideOf(me, role, 0).includes(communityId)
  })
}

/** The verbs that stand open to this person on this record: what its buttons are drawn from. */
export function open<T extends Record<string, Operation>>(table: T, me: Me, record: Drawable): (keyof T & string)[] {
  return Object.keys(table).filter(verb => {
    const row = table[verb]
    return row !== undefined && writes(row) && row.moves?.from.length !== 0 && may(row, me, record)
  })
}

/** The role in which each relation counts; kept beside `owns` so that a row with several roles asks each only for its own. */
export const relationRole = {
  rider: riderRole,
  carrier: deskRole,
  backup: riderRole,
  asked: riderRole,
  family: residentRole,
  relative: residentRole,
  keeper: clerkRole,
} as const satisfies Record<Relation, Role>
