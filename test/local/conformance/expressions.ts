import type { Case, Family, Here, Source } from './case'
import type { Expressions, Row } from './sdk'

const row: Row = {
  _id: 'a',
  n: 7,
  m: -2.5,
  text: 'Hello 桂花',
  list: [3, 1, 2],
  pairs: [
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
  ],
  o: { x: 1, y: 2 },
  at: new Date('2026-03-01T08:09:10.123Z'),
  none: null,
  yes: true,
}

type Sum = [name: string, expression: ($: Expressions) => unknown, value: unknown, source?: Source]

const numbers: Sum[] = [
  ['abs', $ => $.abs('$m'), 2.5],
  ['add', $ => $.add(['$n', 1, 2]), 10],
  ['add of a time and milliseconds', $ => $.add(['$at', 1000]), new Date('2026-03-01T08:09:11.123Z')],
  ['add of nothing is null', $ => $.add(['$n', '$none']), null],
  ['ceil', $ => $.ceil('$m'), -2],
  ['floor', $ => $.floor('$m'), -3],
  ['trunc', $ => $.trunc('$m'), -2],
  ['divide', $ => $.divide(['$n', 2]), 3.5],
  ['exp', $ => $.exp(0), 1],
  ['ln', $ => $.ln(1), 0],
  ['log', $ => $.log([8, 2]), 3],
  ['log10', $ => $.log10(1000), 3],
  ['mod', $ => $.mod(['$n', 4]), 3],
  ['multiply', $ => $.multiply(['$n', 2]), 14],
  ['pow', $ => $.pow(['$n', 2]), 49],
  ['sqrt', $ => $.sqrt(49), 7],
  ['subtract', $ => $.subtract(['$n', 2]), 5],
  ['subtract of two times is milliseconds', $ => $.subtract(['$at', new Date('2026-03-01T08:09:10Z')]), 123],
  ['sum of a list', $ => $.sum('$list'), 6],
  ['avg of a list', $ => $.avg('$list'), 2],
  ['max of a list', $ => $.max('$list'), 3],
  ['min of a list', $ => $.min('$list'), 1],
  ['stdDevPop of a list', $ => $.stdDevPop([1, 3]), 1],
  ['stdDevSamp of a list', $ => $.stdDevSamp([1, 3, 5]), 2],
]

const lists: Sum[] = [
  ['arrayElemAt', $ => $.arrayElemAt(['$list', 0]), 3],
  ['arrayElemAt from the end', $ => $.arrayElemAt(['$list', -1]), 2],
  ['arrayToObject', $ => $.arrayToObject('$pairs'), { a: 1, b: 2 }],
  [
    'objectToArray',
    $ => $.objectToArray('$o'),
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  ['concatArrays', $ => $.concatArrays(['$list', [9]]), [3, 1, 2, 9]],
  ['filter', $ => $.filter({ input: '$list', as: 'x', cond: $.gt(['$$x', 1]) }), [3, 2]],
  ['in', $ => $.in([2, '$list']), true],
  ['indexOfArray', $ => $.indexOfArray(['$list', 1]), 1],
  ['indexOfArray of what is not there', $ => $.indexOfArray(['$list', 9]), -1],
  ['isArray', $ => $.isArray('$list'), true],
  ['isArray of a number', $ => $.isArray('$n'), false],
  ['map', $ => $.map({ input: '$list', as: 'x', in: $.multiply(['$$x', 2]) }), [6, 2, 4]],
  ['range', $ => $.range([0, 6, 2]), [0, 2, 4]],
  ['reduce', $ => $.reduce({ input: '$list', initialValue: 10, in: $.add(['$$value', '$$this']) }), 16],
  ['reverseArray', $ => $.reverseArray('$list'), [2, 1, 3]],
  ['size', $ => $.size('$list'), 3],
  ['slice', $ => $.slice(['$list', 2]), [3, 1]],
  ['slice from a place', $ => $.slice(['$list', 1, 1]), [1]],
  [
    'zip',
    $ => $.zip({ inputs: ['$list', ['a', 'b']] }),
    [
      [3, 'a'],
      [1, 'b'],
    ],
  ],
  ['a field of each in a list', () => '$pairs.v', [1, 2]],
  ['allElementsTrue', $ => $.allElementsTrue([[true, 1]]), true],
  ['anyElementTrue', $ => $.anyElementTrue([[false, 0]]), false],
  ['setDifference', $ => $.setDifference(['$list', [1, 2]]), [3]],
  ['setEquals', $ => $.setEquals(['$list', [1, 2, 3, 3]]), true],
  ['setIntersection', $ => $.setIntersection(['$list', [2]]), [2]],
  ['setIsSubset', $ => $.setIsSubset([[1], '$list']), true],
  ['setUnion', $ => $.setUnion(['$list', [9]]), expect.arrayContaining([1, 2, 3, 9])],
]

const choices: Sum[] = [
  ['and', $ => $.and(['$yes', $.gt(['$n', 1])]), true],
  ['or', $ => $.or(['$none', '$yes']), true],
  ['not', $ => $.not(['$yes']), false],
  ['cmp', $ => $.cmp(['$n', 8]), -1],
  ['eq', $ => $.eq(['$n', 7]), true],
  ['neq', $ => $.neq(['$n', 7]), false],
  ['gt', $ => $.gt(['$n', 7]), false],
  ['gte', $ => $.gte(['$n', 7]), true],
  ['lt', $ => $.lt(['$n', 8]), true],
  ['lte', $ => $.lte(['$n', 6]), false],
  ['cond as a list', $ => $.cond([$.gt(['$n', 5]), 'big', 'small']), 'big'],
  // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's own word
  ['cond by names', $ => $.cond({ if: $.gt(['$n', 50]), then: 'big', else: 'small' }), 'small'],
  ['ifNull', $ => $.ifNull(['$none', 'nothing']), 'nothing'],
  ['ifNull of a missing field', $ => $.ifNull(['$nowhere', 'nothing']), 'nothing'],
  // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's own word
  ['switch', $ => $.switch({ branches: [{ case: $.gt(['$n', 5]), then: 'big' }], default: 'small' }), 'big'],
  ['literal', $ => $.literal('$n'), '$n'],
  ['let', $ => $.let({ vars: { x: $.add(['$n', 1]) }, in: $.multiply(['$$x', 2]) }), 16],
  ['mergeObjects', $ => $.mergeObjects(['$o', { y: 9 }]), { x: 1, y: 9 }],
]

const texts: Sum[] = [
  ['concat', $ => $.concat(['$text', '!']), 'Hello 桂花!'],
  ['concat of nothing is null', $ => $.concat(['$text', '$none']), null],
  ['indexOfBytes', $ => $.indexOfBytes(['$text', '花']), 9],
  ['indexOfCP', $ => $.indexOfCP(['$text', '花']), 7],
  ['split', $ => $.split(['$text', ' ']), ['Hello', '桂花']],
  ['strLenBytes', $ => $.strLenBytes('$text'), 12],
  ['strLenCP', $ => $.strLenCP('$text'), 8],
  ['strcasecmp', $ => $.strcasecmp(['abc', 'ABC']), 0],
  ['substrBytes', $ => $.substrBytes(['$text', 0, 5]), 'Hello'],
  ['substrCP', $ => $.substrCP(['$text', 6, 2]), '桂花'],
  ['toLower', $ => $.toLower('$text'), 'hello 桂花'],
  ['toUpper', $ => $.toUpper('$text'), 'HELLO 桂花'],
]

const times: Sum[] = [
  ['year', $ => $.year('$at'), 2026],
  ['month', $ => $.month('$at'), 3],
  ['dayOfMonth', $ => $.dayOfMonth('$at'), 1],
  ['dayOfWeek, Sunday is 1', $ => $.dayOfWeek('$at'), 1],
  ['dayOfYear', $ => $.dayOfYear('$at'), 60],
  ['isoDayOfWeek, Sunday is 7', $ => $.isoDayOfWeek('$at'), 7],
  ['isoWeek', $ => $.isoWeek('$at'), 9],
  ['isoWeekYear', $ => $.isoWeekYear('$at'), 2026],
  ['week', $ => $.week('$at'), 9],
  ['hour in UTC', $ => $.hour('$at'), 8],
  ['hour in Beijing', $ => $.hour({ date: '$at', timezone: '+08:00' }), 16],
  ['minute', $ => $.minute('$at'), 9],
  ['second', $ => $.second('$at'), 10],
  ['millisecond', $ => $.millisecond('$at'), 123],
  ['dateToString', $ => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S' }), '2026-03-01 08:09:10'],
  [
    'dateToString in Beijing',
    $ => $.dateToString({ date: '$at', format: '%Y-%m-%d %H', timezone: '+08:00' }),
    '2026-03-01 16',
  ],
  [
    'dateToString by the name of a zone',
    $ => $.dateToString({ date: '$at', format: '%H', timezone: 'Asia/Shanghai' }),
    '16',
  ],
  ['dateFromString', $ => $.dateFromString({ dateString: '2026-03-01T00:00:00Z' }), new Date('2026-03-01T00:00:00Z')],
  ['dateFromParts', $ => $.dateFromParts({ year: 2026, month: 3, day: 1, hour: 5 }), new Date('2026-03-01T05:00:00Z')],
]

const cases = [...numbers, ...lists, ...choices, ...texts, ...times].map(
  ([name, expression, value, source = "MongoDB's manual"]): Case => ({
    name,
    source,
    arrange: [row],
    act: async (here: Here) =>
      (
        await here
          .stages()
          .project({ _id: 0, value: expression(here.$) })
          .end()
      ).list,
    expect: [{ value }],
  }),
)

/** Every expression operator of an aggregation (聚合操作符) that the SDK can send. */
export const expressions: Family = { name: 'expressions', runs: 'anywhere', cases }
