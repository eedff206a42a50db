import { writes } from '@domain/operation'
import { textsAt, unshown, words } from '@domain/safety/words'
import { shaded } from '@domain/safety/held'
import { everyRow } from '../tables'

/** What of a schema this test looks into, as zod keeps it. */
interface Schema {
  _zod: { def: Def }
}
interface Def {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  options?: Schema[]
  checks?: { _zod: { def: { check: string } } }[]
}

/** The paths of what people type: only `text()` trims. */
function typed({ _zod: { def } }: Schema, path = ''): string[] {
  const trims = def.checks?.some(({ _zod: zod }) => zod.def.check === 'overwrite')
  if (def.type === 'string') return trims ? [path] : []
  const under = (name: string) => (path ? `${path}.${name}` : name)
  const own = Object.entries(def.shape ?? {}).flatMap(([name, inner]) => typed(inner, under(name)))
  const inner = [def.element, def.innerType, ...(def.options ?? [])].flatMap(one => (one ? typed(one, path) : []))
  return [...own, ...inner]
}

const texts = everyRow
  .filter(writes)
  .flatMap(op => typed(op.input as unknown as Schema).map(path => [`${op.area}.${op.verb}`, path] as const))

test('whatever people type into a write is shown to WeChat, or it is said why not', () => {
  const missing = texts.filter(([row, path]) => !words[row]?.fields[path] && !unshown[`${row} ${path}`])
  expect(missing).toEqual([])
  expect(texts.length).toBeGreaterThan(20)
})

test('the table names nothing that nobody types', () => {
  const named = Object.entries(words).flatMap(([row, { fields }]) => Object.keys(fields).map(path => `${row} ${path}`))
  const known = texts.map(([row, path]) => `${row} ${path}`)
  expect([...named, ...Object.keys(unshown)].filter(one => !known.includes(one))).toEqual([])
})

test('texts are found in lists, and junk holds none', () => {
  const lesson = { cards: [{ heading: '一', body: '二' }, { heading: '三' }, null, 7] }
  expect(textsAt(lesson, 'cards.heading')).toEqual(['一', '三'])
  for (const junk of [null, '', '__proto__', 'OWNER', [], {}, { cards: 'x' }])
    expect(textsAt(junk, 'cards.body')).toEqual([])
  expect(textsAt({}, '__proto__.constructor')).toEqual([])
})

const held = { d1: { words: { note: '少盐' }, byId: 'p1', key: 'k1', verdict: 'waiting' as const } }
const record = {
  note: '少盐',
  timeline: [
    { key: 'k1', why: '少盐' },
    { key: 'k2', why: '别的' },
  ],
  held,
}

test.each([
  ['its author', { id: 'p1', isDesk: false }, '少盐'],
  ['the desk', { id: 'p2', isDesk: true }, '少盐'],
  ['everyone else', { id: 'p2', isDesk: false }, '这段话社区看过后显示'],
])('what waits is read so by %s', (_who, reader, note) => {
  expect(shaded(record, reader)).toMatchObject({ note, timeline: [{ why: note }, { why: '别的' }], waits: ['note'] })
})

test('what was written later in the same place does not wait', () => {
  expect(shaded({ ...record, note: '多放葱' }, { id: 'p2', isDesk: false })).toMatchObject({
    note: '多放葱',
    waits: [],
  })
})
