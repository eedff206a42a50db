import type { Case, Family, Here, Source } from './case'
import type { Row } from './sdk'

const arrange: Row[] = [
  { _id: 'a', n: 1, name: 'Ann', ok: true, tags: ['x', 'y'], home: { floor: 1, lift: true }, due: null, marks: [1, 9] },
  { _id: 'b', n: 2, name: 'Bob', ok: false, tags: ['x'], home: { floor: 2, lift: false }, marks: [4, 5] },
  { _id: 'c', n: 3, name: 'cat', tags: ['y', 'z', 'x'], home: { floor: 3 }, due: 5, marks: [] },
  {
    _id: 'd',
    n: 10,
    name: '桂花',
    tags: [],
    lines: [
      { k: 'tea', v: 1 },
      { k: 'egg', v: 9 },
    ],
  },
  { _id: 'e', n: '10', name: 'a.b', lines: [{ k: 'tea', v: 9 }], at: new Date('2026-03-01T00:00:00Z') },
]

type Seek = [name: string, filter: (here: Here) => Row, ids: string[], source?: Source]

const seeks: Seek[] = [
  ['a plain value', () => ({ n: 2 }), ['b']],
  ['two fields at once', () => ({ n: 2, ok: false }), ['b']],
  ['eq', ({ _ }) => ({ n: _.eq(2) }), ['b']],
  ['a number is not a text', () => ({ n: 10 }), ['d']],
  ['a text is not a number', () => ({ n: '10' }), ['e']],
  ['a truth', () => ({ ok: true }), ['a']],
  ['neq includes who has no such field', ({ _ }) => ({ ok: _.neq(true) }), ['b', 'c', 'd', 'e']],
  ['gt compares numbers with numbers only', ({ _ }) => ({ n: _.gt(2) }), ['c', 'd']],
  ['gte', ({ _ }) => ({ n: _.gte(2) }), ['b', 'c', 'd']],
  ['lt', ({ _ }) => ({ n: _.lt(2) }), ['a']],
  ['lte', ({ _ }) => ({ n: _.lte(2) }), ['a', 'b']],
  ['a range by and', ({ _ }) => ({ n: _.gt(1).and(_.lt(10)) }), ['b', 'c']],
  ['a range by a chain', ({ _ }) => ({ n: _.gt(1).lt(10) }), ['b', 'c'], 'SDK source'],
  ['one or the other of a field', ({ _ }) => ({ n: _.lt(2).or(_.gt(3)) }), ['a', 'd']],
  ['texts in order', ({ _ }) => ({ name: _.gte('a').and(_.lt('d')) }), ['c', 'e']],
  ['a time', ({ _ }) => ({ at: _.lte(new Date('2026-03-01T00:00:00Z')) }), ['e']],
  ['a time to the millisecond', ({ _ }) => ({ at: _.gt(new Date('2026-03-01T00:00:00Z')) }), []],
  ['in', ({ _ }) => ({ n: _.in([1, 3, '10']) }), ['a', 'c', 'e']],
  ['in with null finds who has none', ({ _ }) => ({ due: _.in([null]) }), ['a', 'b', 'd', 'e']],
  ['in of nothing finds nobody', ({ _ }) => ({ n: _.in([]) }), []],
  ['nin', ({ _ }) => ({ n: _.nin([1, 3]) }), ['b', 'd', 'e']],
  ['null finds null and missing', () => ({ due: null }), ['a', 'b', 'd', 'e']],
  ['neq null finds who has one', ({ _ }) => ({ due: _.neq(null) }), ['c']],
  ['exists', ({ _ }) => ({ due: _.exists(true) }), ['a', 'c']],
  ['does not exist', ({ _ }) => ({ due: _.exists(false) }), ['b', 'd', 'e']],
  ['not', ({ _ }) => ({ n: _.not(_.gt(1)) }), ['a', 'e']],
  ['not of in', ({ _ }) => ({ n: _.not(_.in([1, 2])) }), ['c', 'd', 'e']],
  ['mod', ({ _ }) => ({ n: _.mod(2, 0) }), ['b', 'd']],
  ['mod as a list', ({ _ }) => ({ n: _.mod([3, 1]) }), ['a', 'd']],
  ['a field inside, as an object', () => ({ home: { floor: 2 } }), ['b'], 'official'],
  ['a field inside, by its path', () => ({ 'home.floor': 2 }), ['b']],
  ['two fields inside', () => ({ home: { floor: 1, lift: true } }), ['a']],
  ['a command inside an object', ({ _ }) => ({ home: { floor: _.gt(1) } }), ['b', 'c'], 'official'],
  ['a whole object by eq, with its fields in order', ({ _ }) => ({ home: _.eq({ floor: 3 }) }), ['c']],
  ['a whole object by eq needs every field', ({ _ }) => ({ home: _.eq({ floor: 1 }) }), []],
  ['an element of a list', () => ({ tags: 'y' }), ['a', 'c']],
  ['a whole list', () => ({ tags: ['x', 'y'] }), ['a']],
  ['a list in another order is another', () => ({ tags: ['y', 'x'] }), []],
  ['all of a list', ({ _ }) => ({ tags: _.all(['y', 'x']) }), ['a', 'c']],
  ['one of a list', ({ _ }) => ({ tags: _.in(['z', 'y']) }), ['a', 'c']],
  ['none of a list', ({ _ }) => ({ tags: _.nin(['y']) }), ['b', 'd', 'e']],
  ['a list of a size', ({ _ }) => ({ tags: _.size(1) }), ['b']],
  ['an empty list', ({ _ }) => ({ tags: _.size(0) }), ['d']],
  ['an element by its place', () => ({ 'tags.0': 'x' }), ['a', 'b']],
  ['two demands may be met by two elements', ({ _ }) => ({ marks: _.gt(2).and(_.lt(4)) }), ['a']],
  ['elemMatch wants one element for both', ({ _ }) => ({ marks: _.elemMatch({ $gt: 3, $lt: 5 }) }), ['b']],
  ['elemMatch sends a chain as a mere object', ({ _ }) => ({ marks: _.elemMatch(_.gt(3).lt(5)) }), [], 'measured'],
  ['elemMatch of records', ({ _ }) => ({ lines: _.elemMatch({ k: 'tea', v: _.gt(5) }) }), ['e']],
  ['a path through a list', () => ({ 'lines.k': 'egg' }), ['d']],
  ['a regular expression', ({ db }) => ({ name: db.RegExp({ regexp: '^a', options: '' }) }), ['e']],
  ['one that ignores case', ({ db }) => ({ name: db.RegExp({ regexp: '^[ab]', options: 'i' }) }), ['a', 'b', 'e']],
  ['one of JavaScript', () => ({ name: /^.a/ }), ['c']],
  ['one in Chinese', ({ db }) => ({ name: db.RegExp({ regexp: '桂' }) }), ['d']],
  ['a dot is any character, an escaped one a dot', ({ db }) => ({ name: db.RegExp({ regexp: 'a\\.b' }) }), ['e']],
  ['expr compares two fields', ({ _, $ }) => ({ ..._.expr($.eq(['$home.floor', '$n'])) }), ['a', 'b', 'c']],
  ['expr with a constant', ({ _, $ }) => ({ ..._.expr($.eq(['$n', 3])) }), ['c']],
]

const across: [name: string, condition: (here: Here) => unknown, ids: string[]][] = [
  ['or over fields', ({ _ }) => _.or([{ n: 1 }, { name: 'Bob' }]), ['a', 'b']],
  ['or as several values', ({ _ }) => _.or({ n: 1 }, { n: 3 }), ['a', 'c']],
  ['and over fields', ({ _ }) => _.and([{ n: _.gt(1) }, { tags: 'x' }]), ['b', 'c']],
  ['nor over fields', ({ _ }) => _.nor([{ n: 1 }, { tags: 'x' }]), ['d', 'e']],
  ['or within and', ({ _ }) => _.and([_.or([{ n: 1 }, { n: 2 }]), { ok: true }]), ['a']],
  ['one field twice', ({ _ }) => _.and([{ tags: 'x' }, { tags: 'z' }]), ['c']],
]

const cases: Case[] = [
  ...seeks.map(([name, filter, expect, source = "MongoDB's manual"]): Case => ({
    name: `where: ${name}`,
    source,
    arrange,
    act: here => here.ids(here.mine(filter(here))),
    expect,
  })),
  ...across.map(([name, condition, expect]): Case => ({
    name: `where: ${name}`,
    source: 'official',
    arrange,
    act: here => here.ids(here.mineBy(condition(here))),
    expect,
  })),
]

/** Every query command (查询操作符). */
export const queries: Family = { name: 'queries', runs: 'anywhere', cases }
