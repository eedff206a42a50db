import type { Case, Family, Here } from './case'
import type { Row } from './sdk'

const arrange: Row[] = [
  {
    _id: 'a',
    list: [1, 5, 9],
    lines: [
      { k: 'tea', v: 1 },
      { k: 'egg', v: 2 },
      { k: 'egg', v: 3 },
    ],
  },
]

type Change = [name: string, filter: (here: Here) => Row, change: (here: Here) => Row, after: Row]
const changes: Change[] = [
  [
    'the element that the condition found',
    ({ _ }) => ({ list: _.gt(4) }),
    () => ({ 'list.$': 0 }),
    { list: [1, 0, 9] },
  ],
  [
    'a field of the first that fits',
    () => ({ 'lines.k': 'egg' }),
    () => ({ 'lines.$.v': 7 }),
    {
      lines: [
        { k: 'tea', v: 1 },
        { k: 'egg', v: 7 },
        { k: 'egg', v: 3 },
      ],
    },
  ],
  [
    'an operator on a field of the one found',
    ({ _ }) => ({ lines: _.elemMatch({ k: 'egg', v: 3 }) }),
    ({ _ }) => ({ 'lines.$.v': _.inc(5) }),
    {
      lines: [
        { k: 'tea', v: 1 },
        { k: 'egg', v: 2 },
        { k: 'egg', v: 8 },
      ],
    },
  ],
  ['every element by $[]', () => ({}), ({ _ }) => ({ 'list.$[]': _.inc(1) }), { list: [2, 6, 10] }],
]

const cases: Case[] = [
  ...changes.map(([name, filter, change, after]): Case => ({
    name: `update of ${name}`,
    source: 'official',
    arrange,
    act: async here => {
      await here.mine(filter(here)).update({ data: change(here) })
      return here.now('a')
    },
    expect: expect.objectContaining(after),
  })),
  {
    name: 'update of the element found needs a condition on the list',
    source: "MongoDB's manual",
    arrange,
    act: here => here.mine().update({ data: { 'list.$': 0 } }),
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
  {
    name: 'of many added at once those before the first that fails are kept',
    source: "MongoDB's manual",
    arrange: [{ _id: 'b' }],
    act: async here => {
      const data = ['a', 'b', 'c'].map(_id => here.own({ _id, new: true }))
      const refusal = await here.rows.add({ data }).then(
        () => 'none',
        (error: unknown) => Object(error).errCode,
      )
      return [refusal, await here.ids(here.mine({ new: true }))]
    },
    expect: [expect.any(Number), ['a']],
  },
]

/** Updates of the element that was found (`list.$`), and inserts in order. */
export const positional: Family = { name: 'positional', runs: 'anywhere', cases }
