import { Query } from 'mingo'
import { newMeter } from '../../../local/cloud/stats'
import { find } from '../../../local/cloud/query/find'
import type { Ground } from '../../../local/cloud/query/ground'
import { combine, entriesOf } from '../../../local/cloud/store/keys'
import { idBytes, type Range, type Step } from '../../../local/cloud/store/layout'
import type { Sort } from '../../../local/cloud/query/planner'
import { writeEjson } from '../../../local/cloud/database/ejson'
import type { Document } from '../../../local/cloud/database/values'
import { byId } from '../../../local/cloud/database/schema'
import type { Index } from '../../../domain/schema'

const indexes: Index[] = [
  { name: 'abc', keys: { a: 1, b: -1, c: 1 } },
  { name: 'bc', keys: { b: 1, c: -1 } },
  { name: 'list', keys: { 'list.x': 1, c: 1 } },
  { name: 'down', keys: { c: -1, _id: 1 } },
]

/** The same numbers every time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

const values = [
  null,
  -1.5,
  0,
  1,
  2,
  10,
  'a',
  'ab',
  'b',
  '',
  '桂',
  'a\0',
  false,
  true,
  new Date(0),
  new Date(-5),
  new Date(1e12),
]

/** A store of plain lists: what an index walk means, without lmdb. */
function groundOf(documents: Document[]): Ground {
  const texts = new Map(documents.map(document => [idBytes(document['_id']).toString('latin1'), writeEjson(document)]))
  const lists = new Map<string, Set<string>>(indexes.map(({ name }) => [name, new Set()]))
  const steps = new Map<string, Step[]>()
  for (const index of [byId, ...indexes]) {
    const all = documents.flatMap(document => {
      const id = idBytes(document['_id'])
      const { keys, multikey } = entriesOf(document, index)
      for (const field of multikey) lists.get(index.name)?.add(field)
      return keys.map(key => ({ key: index === byId ? key : Buffer.concat([key, id]), id }))
    })
    steps.set(
      index.name,
      all.sort((a, b) => Buffer.compare(a.key, b.key)),
    )
  }
  const walk = (_collection: string, index: string, { from, to, reverse }: Range): Step[] => {
    const inside = (steps.get(index) ?? []).filter(
      ({ key }) => Buffer.compare(key, from) >= 0 && (to === undefined || Buffer.compare(key, to) < 0),
    )
    return reverse ? inside.reverse() : inside
  }
  return {
    reader: { get: (_collection, id) => texts.get(id.toString('latin1')), walk },
    indexes,
    lists: index => lists.get(index.name) ?? new Set(),
    unindexed: () => undefined,
    cost: newMeter('test'),
  }
}

test('whatever index answers, the records and their order are those of a search without any', () => {
  const roll = dice(20260301)
  const any = (): unknown => values[roll(values.length)]
  const documents = Array.from({ length: 150 }, (_, n): Document => {
    const document: Document = {
      _id: `d${n}`,
      c: roll(20),
      list: Array.from({ length: roll(3) }, () => ({ x: any() })),
    }
    if (roll(5)) document['a'] = any()
    if (roll(5)) document['b'] = roll(4) ? any() : [any(), any()]
    return document
  })
  const ground = groundOf(documents)
  const operators = ['$eq', '$gt', '$gte', '$lt', '$lte']
  const condition = (): unknown => {
    const kind = roll(8)
    if (kind < 3) return any()
    if (kind < 5) return { [operators[roll(5)] ?? '$eq']: any() }
    if (kind === 5) return { $in: [any(), any(), any()] }
    if (kind === 6) return { $gt: roll(5), $lte: roll(15) }
    return roll(2) ? { $exists: roll(2) === 0 } : { $ne: any() }
  }
  const fields = ['a', 'b', 'c', 'list.x', '_id']
  const branch = (): Document =>
    Object.fromEntries(Array.from({ length: 1 + roll(3) }, () => [fields[roll(5)], condition()]))
  const sorts: Sort[] = [
    [],
    [['c', 1]],
    [['c', -1]],
    [
      ['b', -1],
      ['c', 1],
    ],
    [
      ['b', 1],
      ['c', -1],
    ],
    [['a', 1]],
    [
      ['c', -1],
      ['_id', 1],
    ],
  ]
  const wrong: unknown[] = []
  let served = 0
  for (let n = 0; n < 300; n++) {
    const filter = roll(4)
      ? branch()
      : roll(2)
        ? { $and: [branch(), { $or: [branch(), branch()] }] }
        : { $or: [branch(), branch(), branch()] }
    const sort = sorts[roll(sorts.length)] ?? []
    const limit = roll(2) ? 1000 : 1 + roll(20)
    ground.cost.indexes.length = 0
    const found = find({ collection: 'x', filter, sort, limit }, ground)
    if (ground.cost.indexes.some(index => index !== '_id_')) served++
    const query = new Query(filter, {})
    const wanted = documents.filter(document => query.test(document))
    const rank = (document: Document): string =>
      combine(document, Object.fromEntries(sort))
        .keys.map(key => key.toString('latin1'))
        .sort()[0] ?? ''
    const order = wanted.map(rank).sort().slice(0, limit)
    const right =
      found.map(({ document }) => rank(document)).join('|') === order.join('|') &&
      new Set(found.map(({ document }) => document['_id'])).size === order.length &&
      found.every(({ document }) => query.test(document))
    if (!right) wrong.push({ filter, sort, limit, found: found.length, wanted: order.length })
  }
  expect(wrong).toEqual([])
  expect(served).toBeGreaterThan(150)
})

test('what each branch fixes to another value still counts in the order', () => {
  const documents = ['b', 'a'].flatMap(a => [1, 2].map((b): Document => ({ _id: `${a}${b}`, a, b, c: 0 })))
  const filter = { $or: [{ a: 'a' }, { a: 'b' }] }
  const sort: Sort = [
    ['a', 1],
    ['b', -1],
  ]
  const found = find({ collection: 'x', filter, sort, limit: 2 }, groundOf(documents))
  expect(found.map(({ document }) => document['_id'])).toEqual(['a2', 'a1'])
})

test('a long list of values is still answered by the index', () => {
  const documents = Array.from({ length: 2500 }, (_, a): Document => ({ _id: `i${a}`, a, b: 1, c: 1 }))
  const ground = groundOf(documents)
  const found = find({ collection: 'x', filter: { a: { $in: documents.map(({ a }) => a) } } }, ground)
  expect([found.length, ground.cost.indexes]).toEqual([2500, ['abc']])
})

test('branches that fix different fields of one index are not merged as if they moved alike', () => {
  const documents = [1, 2, 3, 4].flatMap(b => [1, 2].map((a): Document => ({ _id: `a${a}b${b}`, a, b, c: 10 - b })))
  const found = find(
    {
      collection: 'x',
      filter: {
        $or: [
          { a: 1, b: 2 },
          { a: 2, b: { $gt: 0 } },
        ],
      },
      sort: [['b', -1]],
    },
    groundOf(documents),
  )
  expect(found.map(({ document }) => document['b'])).toEqual([4, 3, 2, 2, 1])
})
