import { fill } from './rows'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await fill(town)
})
afterAll(() => town.close())

test('aggregation: match, group, sort, limit; the match by its index', async () => {
  const $ = town.db.command.aggregate
  town.cloud.resetStats()
  const { list } = await town.errands
    .aggregate()
    .match({ communityId: 'c1', state: 'accepted' })
    .group({ _id: '$riderId', n: $['sum']?.(1) })
    .sort({ n: -1, _id: 1 })
    .limit(2)
    .end()
  expect(list).toEqual([
    { _id: null, n: 25 },
    { _id: 'r1', n: 5 },
  ])
  expect(town.cloud.stats().actions['errands aggregateDocuments']).toMatchObject({
    examined: 100,
    indexes: { byState: 1 },
  })
})

test('aggregation: unwind, project, addFields, skip, sortByCount, count, sample, bucket', async () => {
  const start = (): ReturnType<typeof town.errands.aggregate> =>
    town.errands.aggregate().match({ communityId: 'c1', state: 'accepted' })
  expect((await start().unwind('$tags').match({ tags: 'even' }).count('n').end()).list).toEqual([{ n: 50 }])
  expect((await start().match({ at: -5 }).count('n').end()).list).toEqual([])
  expect(
    (
      await start()
        .sort({ at: 1 })
        .skip(1)
        .limit(1)
        .project({ _id: 0, at: 1 })
        .addFields({ double: town.db.command.aggregate['multiply']?.(['$at', 2]) })
        .end()
    ).list,
  ).toEqual([{ at: 16, double: 32 }])
  expect((await start().unwind('$family').sortByCount('$family.id').limit(1).end()).list).toHaveLength(1)
  expect((await start().sample({ size: 3 }).end()).list).toHaveLength(3)
  expect(
    (
      await start()
        .bucket({ groupBy: '$at', boundaries: [0, 450, 900], output: { n: { $sum: 1 } } })
        .end()
    ).list,
  ).toEqual([
    { _id: 0, n: 50 },
    { _id: 450, n: 50 },
  ])
})

test('aggregation: a lookup joins through the foreign index', async () => {
  await town.db.collection('counters').add({ data: { _id: 'c1', name: '桂花社区' } })
  town.cloud.resetStats()
  const { list } = await town.errands
    .aggregate()
    .match({ _id: 'e0001' })
    .lookup({ from: 'counters', localField: 'communityId', foreignField: '_id', as: 'community' })
    .end()
  expect(list[0]?.['community']).toEqual([{ _id: 'c1', name: '桂花社区' }])
  expect(town.cloud.stats().totals.examined).toBe(2)
})
