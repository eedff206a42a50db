import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => town.cloud.resetStats())

async function fresh(id: string, data: Record<string, unknown> = {}): Promise<void> {
  await town.errands.doc(id).set({ data: { communityId: 'c1', state: 'requested', ...data } })
}

test('what is added is read back by its id, with dates as dates', async () => {
  const at = new Date('2026-03-01T08:00:00Z')
  const data = {
    _id: 'e1',
    communityId: 'c1',
    state: 'requested',
    at,
    early: new Date(-1),
    nested: { a: [1, 2.5, null, true] },
    text: '桂花\u0000$',
  }
  await town.errands.add({ data })
  expect((await town.errands.doc('e1').get()).data).toEqual(data)
})

test('of many that are changed at once those before one that is refused stay changed', async () => {
  const stations = town.db.collection('stations')
  const { inc } = town.db.command
  for (const code of [10, 11, 13]) await stations.add({ data: { _id: `many${code}`, code, kind: 'many' } })
  const ours = { _id: town.db.command['in']?.(['many10', 'many11', 'many13']) }
  await expect(stations.where(ours).update({ data: { code: inc?.(1) } })).rejects.toThrow('E11000')
  await stations.doc('many11').remove()
  await stations.doc('many13').update({ data: { code: 'x' } })
  await expect(stations.where(ours).update({ data: { code: inc?.(1) } })).rejects.toThrow('non-numeric type')
  expect((await stations.doc('many10').get()).data).toMatchObject({ code: 11 })
  await stations.where(ours).remove()
})

test('many are added at once, each gets an id, and those before one that is taken stay', async () => {
  const added = await town.db.collection('counters').add({ data: [{ n: 1 }, { n: 2 }] })
  const { _ids: ids = [] } = added
  expect(ids.map(id => id.length)).toEqual([32, 32])
  await expect(
    town.db.collection('counters').add({ data: [{ _id: 'new' }, { _id: ids[0] }, { _id: 'late' }] }),
  ).rejects.toThrow('E11000 duplicate key')
  expect((await town.db.collection('counters').doc('new').get()).data).toEqual({ _id: 'new' })
  expect((await town.db.collection('counters').doc('late').get()).data).toBeNull()
})

test('an id that is taken is told as a duplicate key', async () => {
  await fresh('taken')
  await expect(town.errands.add({ data: { _id: 'taken' } })).rejects.toMatchObject({
    errCode: -502001,
    message: expect.stringContaining('E11000 duplicate key'),
  })
})

test('in a unique index a missing field counts as null, so that only one record may lack it', async () => {
  const stations = town.db.collection('stations')
  await stations.add({ data: { _id: 's1', code: 'A' } })
  await stations.add({ data: { _id: 's2' } })
  await expect(stations.add({ data: { _id: 's3', code: null } })).rejects.toThrow('E11000')
  await expect(stations.add({ data: { _id: 's4', code: 'A' } })).rejects.toThrow('E11000')
  await expect(stations.doc('s2').update({ data: { code: 'A' } })).rejects.toThrow('E11000')
  await stations.doc('s1').remove()
  expect((await stations.doc('s2').update({ data: { code: 'A' } })).stats.updated).toBe(1)
})

test('a collection that nobody declared does not exist, until it is created', async () => {
  await expect(town.db.collection('nowhere').doc('x').get()).rejects.toMatchObject({ errCode: -502005 })
  await town.db.createCollection('nowhere')
  expect((await town.db.collection('nowhere').doc('x').get()).data).toBeNull()
})

test('of fifty riders who accept at once exactly one is told that he has it', async () => {
  await fresh('race', { state: 'dispatched' })
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, rider) =>
      town.errands
        .where({ _id: 'race', state: 'dispatched' })
        .update({ data: { state: 'accepted', riderId: `r${rider}` } }),
    ),
  )
  expect(results.filter(result => result.stats.updated === 1)).toHaveLength(1)
})

test('an update that changes nothing counts nothing', async () => {
  await fresh('same')
  expect((await town.errands.where({ _id: 'same' }).update({ data: { state: 'requested' } })).stats.updated).toBe(0)
  expect((await town.errands.where({ _id: 'same' }).update({ data: { state: 'returned' } })).stats.updated).toBe(1)
})

test('every update operator of the SDK does what it does in MongoDB', async () => {
  const _ = town.db.command
  await fresh('ops', {
    n: 1,
    m: 3,
    low: 5,
    high: 5,
    list: [1, 2, 3],
    tags: ['a'],
    gone: 1,
    old: 'x',
    sub: { keep: 1, k: 0 },
  })
  await town.errands.doc('ops').update({
    data: {
      n: _['inc']?.(2),
      m: _['mul']?.(2),
      low: _['min']?.(3),
      high: _['max']?.(9),
      list: _['push']?.({ each: [9], position: 0, slice: 3 }),
      gone: _['remove']?.(),
      old: _['rename']?.('renamed'),
      tags: _['addToSet']?.('a'),
      sub: { k: 1 },
    },
  })
  expect((await town.errands.doc('ops').get()).data).toEqual({
    _id: 'ops',
    communityId: 'c1',
    state: 'requested',
    n: 3,
    m: 6,
    low: 3,
    high: 9,
    list: [9, 1, 2],
    tags: ['a'],
    renamed: 'x',
    sub: { keep: 1, k: 1 },
  })
  await town.errands.doc('ops').update({
    data: {
      list: _['pull']?.(_['gt']?.(5)),
      sub: _['set']?.({ only: true }),
      tags: _['unshift']?.(['z']),
      made: _['push']?.({ each: [1, 2, 3], slice: -2 }),
    },
  })
  await town.errands.doc('ops').update({ data: { list: _['pop']?.(), tags: _['pullAll']?.(['a']) } })
  expect((await town.errands.doc('ops').get()).data).toMatchObject({
    list: [1],
    sub: { only: true },
    tags: ['z'],
    made: [2, 3],
  })
})

test.each([
  ['a field under null', { parent: null }, (): unknown => ({ parent: { k: 1 } }), 'Cannot create field'],
  ['a field under a number', { parent: 5 }, (): unknown => ({ parent: { k: 1 } }), 'Cannot create field'],
  ['a field under a list', { parent: [{}] }, (): unknown => ({ parent: { k: 1 } }), 'Cannot create field'],
  ['an increment of null', { n: null }, (): unknown => ({ n: town.db.command['inc']?.(1) }), 'non-numeric'],
  ['an increment of a text', { n: '1' }, (): unknown => ({ n: town.db.command['inc']?.(1) }), 'non-numeric'],
  ['a push onto a text', { n: 'x' }, (): unknown => ({ n: town.db.command['push']?.([1]) }), 'must be an array'],
  ['a pop from null', { n: null }, (): unknown => ({ n: town.db.command['pop']?.() }), 'must be an array'],
  ['a pull from a number', { n: 1 }, (): unknown => ({ n: town.db.command['pull']?.(1) }), 'must be an array'],
  ['an addToSet to a record', { n: {} }, (): unknown => ({ n: town.db.command['addToSet']?.(1) }), 'must be an array'],
])('MongoDB refuses %s, and so does the local cloud', async (_what, before, change, words) => {
  await town.errands.doc('guarded').set({ data: before })
  await expect(town.errands.doc('guarded').update({ data: Object(change()) })).rejects.toThrow(words)
  expect((await town.errands.doc('guarded').get()).data).toEqual({ _id: 'guarded', ...before })
})

test('set replaces the whole record and creates it where there is none', async () => {
  expect((await town.errands.doc('set').set({ data: { a: 1 } })).stats).toEqual({ created: 1, updated: 0 })
  expect((await town.errands.doc('set').set({ data: { b: 1 } })).stats).toEqual({ created: 0, updated: 1 })
  expect((await town.errands.doc('set').get()).data).toEqual({ _id: 'set', b: 1 })
})

test('the server date is the product clock, also when it was moved', async () => {
  town.cloud.clock.advance(3_600_000)
  await town.errands
    .doc('dated')
    .set({ data: { at: town.db.serverDate(), later: town.db.serverDate({ offset: 60_000 }) } })
  const { data } = await town.errands.doc('dated').get()
  const at = data?.['at']
  const later = data?.['later']
  if (!(at instanceof Date) || !(later instanceof Date)) throw new Error('no dates')
  expect(Math.abs(at.getTime() - town.cloud.clock.now())).toBeLessThan(2000)
  expect(later.getTime() - at.getTime()).toBe(60_000)
})

test('what is removed is gone, one or many', async () => {
  await fresh('gone1', { riderId: 'leaver' })
  await fresh('gone2', { riderId: 'leaver' })
  expect((await town.errands.doc('gone1').remove()).stats.removed).toBe(1)
  expect((await town.errands.where({ riderId: 'leaver' }).remove()).stats.removed).toBe(1)
  expect((await town.errands.where({ riderId: 'leaver' }).count()).total).toBe(0)
})

test('only the fields asked for leave the cloud', async () => {
  await fresh('shown', { secret: 1, timeline: [{ verb: 'request', by: 'x' }] })
  const { data } = await town.errands.where({ _id: 'shown' }).field({ state: true, 'timeline.verb': true }).get()
  expect(data).toEqual([{ _id: 'shown', state: 'requested', timeline: [{ verb: 'request' }] }])
  expect((await town.errands.where({ _id: 'shown' }).field({ secret: false, timeline: false }).get()).data).toEqual([
    { _id: 'shown', communityId: 'c1', state: 'requested' },
  ])
})

test('a page is a hundred records unless more are asked for', async () => {
  await town.db.collection('counters').add({ data: Array.from({ length: 150 }, (_, n) => ({ _id: `page${n}`, n })) })
  expect((await town.db.collection('counters').get()).data).toHaveLength(100)
  expect((await town.db.collection('counters').limit(1000).get()).data.length).toBeGreaterThanOrEqual(150)
})

test.each(['database.modifyAndReturnDoc', 'database.listCollections', 'hello.world', ''])(
  'the action %j is refused by name',
  async action => {
    const response = await fetch(`${town.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action }),
    })
    expect(await response.json()).toMatchObject({ code: 'NOT_EMULATED', message: expect.stringContaining(action) })
  },
)

test.each([
  'null',
  '[]',
  '"x"',
  '{',
  '{"action":"database.getDocument"}',
  '{"action":"database.getDocument","collectionName":"../etc"}',
  '{"action":"database.getDocument","collectionName":"errands","query":"{{"}',
])('the body %s is refused, not understood', async body => {
  const response = await fetch(`${town.cloud.url}/admin`, { method: 'POST', body })
  expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
})
