import { expressions } from './expressions'

/** What is asked, of which documents (each with its `_id`), through which stages, and MongoDB's answer or words. */
export type AggregationCase = [rule: string, documents: object[], stages: object[], answer: object[] | string]

const three = [
  { _id: 1, g: 'x', n: 1 },
  { _id: 2, g: 'x' },
  { _id: 3, g: 'y', n: 'many' },
]
/** Expectations from knowledge of MongoDB's documentation and of its own tests' rules; no MongoDB was run. */
export const aggregations: AggregationCase[] = [
  [
    '$push skips what is missing',
    three,
    [{ $group: { _id: null, all: { $push: '$n' } } }],
    [{ _id: null, all: [1, 'many'] }],
  ],
  [
    '$push keeps null',
    [{ _id: 1, n: null }],
    [{ $group: { _id: null, all: { $push: '$n' } } }],
    [{ _id: null, all: [null] }],
  ],
  [
    '$addToSet skips what is missing',
    three,
    [{ $group: { _id: null, all: { $addToSet: '$n' } } }, { $project: { n: { $size: '$all' } } }],
    [{ _id: null, n: 2 }],
  ],
  ['$sum adds numbers alone', three, [{ $group: { _id: null, n: { $sum: '$n' } } }], [{ _id: null, n: 1 }]],
  ['$sum of nothing is 0', three, [{ $group: { _id: null, n: { $sum: '$nothing' } } }], [{ _id: null, n: 0 }]],
  ['$avg of nothing is null', three, [{ $group: { _id: null, n: { $avg: '$nothing' } } }], [{ _id: null, n: null }]],
  ['$min skips null and what is missing', three, [{ $group: { _id: null, n: { $min: '$n' } } }], [{ _id: null, n: 1 }]],
  ['$max compares types', three, [{ $group: { _id: null, n: { $max: '$n' } } }], [{ _id: null, n: 'many' }]],
  ['$max of nothing is null', three, [{ $group: { _id: null, n: { $max: '$nothing' } } }], [{ _id: null, n: null }]],
  [
    '$first of what is missing is null',
    [{ _id: 1 }, { _id: 2, n: 1 }],
    [{ $group: { _id: null, n: { $first: '$n' } } }],
    [{ _id: null, n: null }],
  ],
  [
    '$last',
    [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
    [{ $group: { _id: null, n: { $last: '$n' } } }],
    [{ _id: null, n: 2 }],
  ],
  [
    '$stdDevSamp of one is null',
    [{ _id: 1, n: 1 }],
    [{ $group: { _id: null, n: { $stdDevSamp: '$n' } } }],
    [{ _id: null, n: null }],
  ],
  [
    '$mergeObjects in a group',
    [
      { _id: 1, o: { a: 1 } },
      { _id: 2, o: { b: 2 } },
    ],
    [{ $group: { _id: null, o: { $mergeObjects: '$o' } } }],
    [{ _id: null, o: { a: 1, b: 2 } }],
  ],
  [
    'what is missing groups with null',
    [{ _id: 1 }, { _id: 2, g: null }],
    [{ $group: { _id: '$g', n: { $sum: 1 } } }],
    [{ _id: null, n: 2 }],
  ],
  [
    'groups by several fields',
    [{ _id: 1, a: 1, b: 2 }],
    [{ $group: { _id: { a: '$a', b: '$b' } } }],
    [{ _id: { a: 1, b: 2 } }],
  ],
  ['$group without an _id', three, [{ $group: { n: { $sum: 1 } } }], "must include an '_id'"],
  ['$count of nothing is no row', [], [{ $count: 'n' }], []],
  ['$count counts', three, [{ $count: 'n' }], [{ n: 3 }]],
  ['$count under a dollar', three, [{ $count: '$n' }], 'the count field cannot be a $-prefixed path'],
  [
    'descending, a list stands by its greatest element',
    [
      { _id: 1, a: [1, 9] },
      { _id: 2, a: [5] },
    ],
    [{ $sort: { a: -1 } }, { $project: { _id: 1 } }],
    [{ _id: 1 }, { _id: 2 }],
  ],
  [
    'ascending, a list stands by its smallest element',
    [
      { _id: 1, a: [5] },
      { _id: 2, a: [9, 1] },
    ],
    [{ $sort: { a: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    'an empty list comes before null',
    [
      { _id: 1, a: null },
      { _id: 2, a: [] },
    ],
    [{ $sort: { a: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    'sorts across types',
    [{ _id: 1, a: true }, { _id: 2, a: 'x' }, { _id: 3, a: 1 }, { _id: 4 }],
    [{ $sort: { a: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 4 }, { _id: 3 }, { _id: 2 }, { _id: 1 }],
  ],
  ['$sort by 2', three, [{ $sort: { n: 2 } }], '$sort key ordering must be 1 (for ascending) or -1 (for descending)'],
  ['$limit 0', three, [{ $limit: 0 }], 'the limit must be positive'],
  ['$skip', three, [{ $sort: { _id: 1 } }, { $skip: 2 }, { $project: { _id: 1 } }], [{ _id: 3 }]],
  [
    '$unwind drops what is empty, null or missing',
    [{ _id: 1, a: [] }, { _id: 2, a: null }, { _id: 3 }, { _id: 4, a: [7] }],
    [{ $unwind: '$a' }],
    [{ _id: 4, a: 7 }],
  ],
  [
    '$unwind keeps them when told to',
    [{ _id: 1, a: [] }, { _id: 2, a: null }, { _id: 3 }],
    [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true } }],
    [{ _id: 1 }, { _id: 2, a: null }, { _id: 3 }],
  ],
  ['$unwind lets what is no list through', [{ _id: 1, a: '' }], [{ $unwind: '$a' }], [{ _id: 1, a: '' }]],
  [
    '$unwind tells the place',
    [
      { _id: 1, a: ['x', 'y'] },
      { _id: 2, a: 'z' },
    ],
    [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
    [
      { _id: 1, a: 'x', i: 0 },
      { _id: 1, a: 'y', i: 1 },
      { _id: 2, a: 'z', i: null },
    ],
  ],
  [
    '$unwind in a record',
    [{ _id: 1, o: { a: [1, 2], b: 1 } }],
    [{ $unwind: '$o.a' }],
    [
      { _id: 1, o: { a: 1, b: 1 } },
      { _id: 1, o: { a: 2, b: 1 } },
    ],
  ],
  ['$unwind without a dollar', three, [{ $unwind: 'a' }], "should be prefixed with a '$'"],
  [
    '$bucket with a default',
    [
      { _id: 1, n: 1 },
      { _id: 2, n: 50 },
    ],
    [{ $bucket: { groupBy: '$n', boundaries: [0, 10], default: 'other' } }],
    [
      { _id: 0, count: 1 },
      { _id: 'other', count: 1 },
    ],
  ],
  ['$bucket without one', [{ _id: 1, n: 50 }], [{ $bucket: { groupBy: '$n', boundaries: [0, 10] } }], '$bucket'],
  [
    '$bucketAuto',
    [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
    [{ $bucketAuto: { groupBy: '$n', buckets: 2 } }],
    [
      { _id: { min: 1, max: 2 }, count: 1 },
      { _id: { min: 2, max: 2 }, count: 1 },
    ],
  ],
  [
    '$sortByCount',
    three,
    [{ $sortByCount: '$g' }],
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  ['$replaceRoot with no record', three, [{ $replaceRoot: { newRoot: '$g' } }], '$replaceRoot'],
  [
    '$addFields in a record',
    [{ _id: 1, o: { a: 1 } }],
    [{ $addFields: { 'o.b': 2 } }],
    [{ _id: 1, o: { a: 1, b: 2 } }],
  ],
  ['$project leaves out', [{ _id: 1, a: 1, b: 2 }], [{ $project: { a: 0 } }], [{ _id: 1, b: 2 }]],
  ['$project in and out', three, [{ $project: { a: 1, b: 0 } }], '$project'],
  [
    '$lookup: what is missing equals null',
    [{ _id: 1 }, { _id: 'f', k: null, foreign: true }],
    [
      { $match: { foreign: { $exists: false } } },
      { $lookup: { from: 'rules', localField: 'no', foreignField: 'k', as: 'f' } },
      { $project: { n: { $size: '$f' } } },
    ],
    [{ _id: 1, n: 2 }],
  ],
  [
    '$lookup: a list joins by each element',
    [{ _id: 1, refs: ['a', 'b'] }, { _id: 'a' }, { _id: 'b' }],
    [
      { $match: { refs: { $exists: true } } },
      { $lookup: { from: 'rules', localField: 'refs', foreignField: '_id', as: 'f' } },
      { $project: { f: '$f._id' } },
    ],
    [{ _id: 1, f: ['a', 'b'] }],
  ],
  [
    '$lookup by a pipeline',
    [
      { _id: 1, want: 'a' },
      { _id: 'a', n: 7 },
    ],
    [
      { $match: { want: { $exists: true } } },
      {
        $lookup: {
          from: 'rules',
          let: { w: '$want' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$w'] } } }, { $project: { _id: 0, n: 1 } }],
          as: 'f',
        },
      },
    ],
    [{ _id: 1, want: 'a', f: [{ n: 7 }] }],
  ],
  [
    '$match after a stage',
    three,
    [{ $addFields: { m: 1 } }, { $match: { n: 'many' } }, { $project: { _id: 1 } }],
    [{ _id: 3 }],
  ],
  ['two fields in a stage', three, [{ $geoNear: {} }], '$geoNear requires'],
  ...expressions,
]
