import { Binding } from '@domain/household/binding'
import { Household } from '@domain/household/record'
import { Errand } from '@domain/errand/record'
import { relationRole } from '@domain/operation'
import { Recurring } from '@domain/recurring/record'
import type { Relation } from '@domain/relation'
import type { Role } from '@domain/role'
import { Doubt } from '@domain/safety'
import { seen, sight, type RecordName } from '@domain/sight'
import { Station, Visit } from '@domain/station'
import { Post } from '@domain/study'
import { examples, table } from './sight-table'

const shapes: Record<RecordName, { shape: object }> = {
  errand: Errand,
  post: Post,
  station: Station,
  visit: Visit,
  household: Household,
  binding: Binding,
  doubt: Doubt,
  recurring: Recurring,
}
/** What stored records hold beside what anybody may see, of whatever record. */
const keptFields =
  `door unit phones openid openTo slot outbox askedById digitsTries looks unbound finds relativeId inboxOf callsOpen
  personId traceId file holding reporters`.split(/\s+/)
const names = Object.keys(table) as RecordName[]
const everybody = [...(Object.keys(relationRole) as Relation[]), 'desk', 'passerby'] as const
const wordsIn = (cell: string): string[] => cell.split(/\s+/).sort()

/** Whoever stands in no cell of a row is a passer-by to it. */
const cellOf = (cells: Readonly<Record<string, string>>, viewer: string): string =>
  cells[viewer] ?? cells.passerby ?? '-'

const onTop = ['id', 'state', 'communityId', 'my']
const deliveredAt = 1_000_000

/** A record of that kind with something in every field that anybody, or nobody, may see. */
function fullRecord(name: RecordName, facts: object): Record<string, unknown> {
  const fields = [...Object.keys(shapes[name].shape), ...keptFields]
  const marked = Object.fromEntries(fields.map(field => [field, `-${field}-`]))
  return {
    ...marked,
    newcomer: false,
    timeline: [],
    deliveredAt,
    waits: undefined,
    id: 'x',
    communityId: 'a',
    ...facts,
  }
}

/** What this viewer is given of it, in words as the table has them. */
function given(name: RecordName, facts: object, viewer: (typeof everybody)[number], after: number): string {
  const my = viewer === 'desk' || viewer === 'passerby' ? [] : [viewer]
  const roles: Role[] = viewer === 'desk' || viewer === 'carrier' ? ['dispatcher', 'guest'] : ['guest']
  const shown = seen(name, fullRecord(name, facts), my, roles, deliveredAt + after)
  if (!shown) return '-'
  const fields = Object.keys(shown).filter(field => !onTop.includes(field))
  return fields.sort().join(' ')
}

test('every record, stage and viewer is given what the table says, and nothing else', () => {
  const cells = names.flatMap(name =>
    (examples[name] ?? []).flatMap(example => everybody.map(viewer => ({ name, viewer, after: 0, ...example }))),
  )
  const wrong = cells.flatMap(({ name, stage, facts, viewer, after }) => {
    const stages = table[name]?.[stage] ?? {}
    // One of the desk is the desk where nothing else is said of him.
    const listed = wordsIn(cellOf(stages, viewer === 'carrier' && !stages.carrier ? 'desk' : viewer)).join(' ')
    const got = given(name, facts, viewer, after)
    return got === listed ? [] : [`${name} ${stage} ${JSON.stringify(facts)} ${viewer}: ${got}`]
  })
  expect(wrong).toEqual([])
  expect(cells.length).toBeGreaterThan(300)
  console.log(`sight: ${cells.length} cells of ${names.length} records`)
})

test('the table knows every record and every stage, and the product no other', () => {
  expect(names.sort()).toEqual(Object.keys(sight).sort())
  for (const name of names)
    expect(Object.keys(table[name] ?? {}).sort()).toEqual(Object.keys(sight[name].fields).sort())
})
