import { personDoor } from '../relation'
import { clerkRole, deskRole, residentRole, riderRole, type Role } from '../role'

/** Who leaves, as far as others' records may name him. */
export interface Leaver {
  id: string
  name: string
  roles: readonly Role[]
  /** His file and whatever else is his alone, wherever it stands. */
  marks: readonly string[]
}

type Facts = Readonly<Record<string, unknown>>

/** Who did it, where nobody needs to be told who it was any more. */
const words: Partial<Record<Role, string>> = {
  [riderRole]: '一位师傅',
  [residentRole]: '一位家人',
  [clerkRole]: '驿站的人',
  [deskRole]: '社区的人',
}
const somebody = '一位街坊'
/** The fields in which somebody is called by his name, and as what he is called so where the field alone says it. */
const names: Readonly<Record<string, Role | undefined>> = {
  who: undefined,
  whose: undefined,
  by: undefined,
  toldTo: undefined,
  riderName: riderRole,
  backupName: riderRole,
  askedBy: residentRole,
  author: deskRole,
  boundBy: deskRole,
  standIn: deskRole,
  signedBy: deskRole,
}

/** The word that stands in the place of a name: as what he was called so there, or whatever he is. */
function wordFor({ roles }: Leaver, role?: unknown): string {
  const known = roles.find(one => one === role && words[one]) ?? roles.find(one => words[one])
  return (known && words[known]) ?? somebody
}

/** A record without this person: only the fields that change, `undefined` for one that goes. */
export function unnamed(record: Facts, leaver: Leaver): Record<string, unknown> {
  const changed = Object.entries(record).flatMap(([field, value]): [string, unknown][] => {
    if (field === '_id' || field === 'outbox') return []
    const freed = freedOf(value, field, record, leaver)
    return JSON.stringify(freed) === JSON.stringify(value) ? [] : [[field, freed]]
  })
  return { ...Object.fromEntries(changed), ...untold(record.outbox, leaver) }
}

/** Notices one by one: the clock writes to them while nobody else does. What was told to him alone goes. */
function untold(outbox: unknown, leaver: Leaver): Record<string, unknown> {
  const all = typeof outbox === 'object' && outbox !== null ? Object.entries(outbox) : []
  const changes = all.flatMap(([id, notice]: [string, Facts]): [string, unknown][] => {
    if (notice.to === personDoor(leaver.id)) return [[`outbox.${id}`, undefined]]
    return notice.who === leaver.name ? [[`outbox.${id}.who`, wordFor(leaver)]] : []
  })
  return Object.fromEntries(changes)
}

function freedOf(value: unknown, field: string, around: Facts, leaver: Leaver): unknown {
  if (typeof value === 'string') return freedText(value, field, around, leaver)
  if (Array.isArray(value))
    return value.map(one => freedOf(one, field, around, leaver)).filter(one => one !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value)
  const facts: Facts = Object.fromEntries(inner)
  const freed = inner.map(([name, one]): [string, unknown] => [name, freedOf(one, name, facts, leaver)])
  return Object.fromEntries(freed.filter(([, one]) => one !== undefined))
}

function freedText(value: string, field: string, around: Facts, leaver: Leaver): string | undefined {
  // 常来的师傅 comes no more.
  if (field === 'regularRider' && around.regularRiderId === leaver.id) return undefined
  if (value.includes(leaver.id) || leaver.marks.includes(value)) return undefined
  if (value !== leaver.name || value === '') return value
  if (Object.hasOwn(names, field)) return wordFor(leaver, names[field] ?? around.as)
  // A thing is called by a name, too: this one is his where his id stands beside it.
  const isHis = field === 'name' && Object.values(around).includes(leaver.id)
  return isHis ? wordFor(leaver) : value
}
