import { Failure } from '@domain/failure'
import { relationRole, type Operation } from '@domain/operation'
import { rolesIn, type Role } from '@domain/role'
import { seen, type RecordName } from '@domain/sight'
import type { Actor } from './actor'
import { placeOf, relationsIn } from './guard'
import type { Stored } from './write'

type Raw = Stored & Readonly<Record<string, unknown>>

/**
 * What of a handler's answer leaves the cloud: a record's fields by viewer and stage, then everything by the row's schema, so that a
 * field nobody listed cannot leak. Rows of a page are parsed one by one; an unreadable one is left out and logged.
 */
export function show(op: Operation, raw: unknown, actor: Actor): unknown {
  const { shape, record } = op.output
  if (shape === 'one' && record) {
    const view = viewOf(op, record, raw as Raw, actor)
    if (!view) throw new Failure('FORBIDDEN')
    return parse(op, view)
  }
  if (shape === 'page' && record) {
    const { rows, next } = raw as { rows: Raw[]; next?: string }
    const readables = rows.flatMap(row => {
      const view = viewOf(op, record, row, actor)
      return view ? readable(op, view) : []
    })
    return { rows: readables, ...(next !== undefined && { next }) }
  }
  return parse(op, raw)
}

function viewOf(
  op: Operation,
  name: RecordName,
  record: Raw,
  actor: Actor,
): Readonly<Record<string, unknown>> | undefined {
  const roles = rolesIn(actor.me, placeOf(record), actor.now)
  const worn = (role: Role): boolean => op.by.includes('guest') || op.by.includes(role)
  const whole = { state: '', ...record, id: record._id }
  const my = relationsIn(actor.me, whole, actor.now).filter(relation => worn(relationRole[relation]))
  return seen(name, whole, my, roles.filter(worn), actor.now, actor.id)
}

function parse(op: Operation, value: unknown): unknown {
  const result = op.output.schema.safeParse(value)
  if (!result.success)
    throw new Error(`${op.area}.${op.verb} answered what its row does not allow: ${result.error.message}`)
  return result.data
}

function readable(op: Operation, view: Readonly<Record<string, unknown>>): unknown[] {
  try {
    const page = op.output.schema.parse({ rows: [view] }) as { rows: unknown[] }
    return page.rows
  } catch {
    console.error(JSON.stringify({ unreadable: `${op.area}.${op.verb}`, id: view.id }))
    return []
  }
}
