import type { Collection, Database, Sdk } from '../sdk'

/** One thing asked of the SDK, and under what name it stands in the record. */
export type Ask = [name: string, act: (sdk: Sdk, db: Database, errands: Collection) => Promise<unknown>]

const at = new Date('2026-03-01T00:00:00Z')

/** Every kind of request that the SDK can send, each once, with values that never change. */
export const asks: readonly Ask[] = [
  [
    'add one',
    (_s, db, c) =>
      c.add({
        data: {
          _id: 'a',
          n: 1,
          half: 0.5,
          big: 2 ** 40,
          at,
          now: db.serverDate({ offset: 5 }),
          list: [null, true, '桂花'],
        },
      }),
  ],
  ['add a point', (_s, db, c) => c.add({ data: { location: db.Geo.Point(116.4, 39.9) } })],
  ['add many', (_s, _d, c) => c.add({ data: [{ n: 1 }, { n: 2 }] })],
  ['get by id', (_s, _d, c) => c.doc('a').get()],
  ['get some fields by id', (_s, _d, c) => c.doc('a').field({ n: true }).get()],
  [
    'get with order, page and fields',
    (_s, { command: _ }, c) =>
      c
        .where({ n: _.gt(1).and(_.lte(5)), at: _.lt(at) })
        .orderBy('n', 'desc')
        .orderBy('_id', 'asc')
        .skip(10)
        .limit(20)
        .field({ n: true, secret: false })
        .get(),
  ],
  ['get without a limit', (_s, _d, c) => c.where({ n: 1 }).get()],
  ['get more than a thousand', (_s, _d, c) => c.where({ n: 1 }).limit(5000).get()],
  [
    'get by every command',
    (_s, db, c) => {
      const { command: _ } = db
      return c
        .where({
          a: _.eq(1),
          b: _.neq(1),
          c: _.in([1]),
          d: _.nin([1]),
          e: _.exists(true),
          f: _.mod(2, 0),
          g: _.all([1]),
          h: _.size(1),
          i: _.elemMatch({ k: _.gt(1) }),
          j: _.not(_.gt(1)),
          k: { inner: 1 },
          l: /^x/i,
          m: db.RegExp({ regexp: 'y', options: 'i' }),
          n: null,
        })
        .get()
    },
  ],
  ['get by or', (_s, { command: _ }, c) => c.where(Object(_.or([{ a: 1 }, { b: 2 }]))).get()],
  [
    'get near',
    (_s, db, c) =>
      c.where({ location: db.command.geoNear({ geometry: db.Geo.Point(116.4, 39.9), maxDistance: 500 }) }).get(),
  ],
  [
    'get within',
    (_s, { command: _ }, c) => c.where({ location: _.geoWithin({ centerSphere: [[116.4, 39.9], 0.001] }) }).get(),
  ],
  ['count', (_s, _d, c) => c.where({ n: 1 }).count()],
  ['update by id', (_s, _d, c) => c.doc('a').update({ data: { n: 2, o: { k: 1 } } })],
  [
    'update with every command',
    (_s, db, c) => {
      const { command: _ } = db
      return c.doc('a').update({
        data: {
          a: _.inc(1),
          b: _.mul(2),
          c: _.min(1),
          d: _.max(2),
          e: _.remove(),
          f: _.rename('g'),
          h: _.set({ k: 1 }),
          i: _.push([1]),
          j: _.push({ each: [1], position: 0, slice: 5, sort: 1 }),
          k: _.pop(),
          l: _.shift(),
          m: _.unshift([1]),
          n: _.pull(_.in([1])),
          o: _.pullAll([1]),
          p: _.addToSet(1),
          q: db.serverDate(),
        },
      })
    },
  ],
  ['update by where', (_s, _d, c) => c.where({ _id: 'a', state: 'open' }).update({ data: { state: 'taken' } })],
  ['update one by where', (_s, _d, c) => c.where({ n: 1 }).update({ data: { n: 2 }, multi: false })],
  ['set', (_s, _d, c) => c.doc('a').set({ data: { n: 1 } })],
  ['remove by id', (_s, _d, c) => c.doc('a').remove()],
  ['remove by where', (_s, _d, c) => c.where({ n: 1 }).remove()],
  [
    'aggregate',
    (_s, { command: _ }, c) =>
      c
        .aggregate()
        .match({ n: _.gt(1) })
        .group({ _id: '$kind', n: _.aggregate.sum(1) })
        .sort({ n: -1 })
        .limit(10)
        .end(),
  ],
  [
    'aggregate with a lookup',
    (_s, { command: { aggregate: $ } }, c) =>
      c
        .aggregate()
        .lookup({ from: 'riders', let: { id: '$riderId' }, pipeline: $.pipeline().match({ n: 1 }).done(), as: 'rider' })
        .end(),
  ],
  [
    'aggregate near',
    (_s, _d, c) =>
      c
        .aggregate()
        .geoNear({ near: { longitude: 116.4, latitude: 39.9 }, distanceField: 'metres', spherical: true })
        .end(),
  ],
  ['create a collection', (_s, db) => db.createCollection('made')],
  [
    'a transaction that commits',
    (_s, db) =>
      db.runTransaction(async t => {
        const c = t.collection('errands')
        await c.doc('a').get()
        await c.doc('a').update({ data: { n: 1 } })
        await c.doc('b').set({ data: { n: 1 } })
        await c.add({ data: { n: 1 } })
        await c.where({ n: 1 }).get()
        await c.where({ n: 1 }).update({ data: { n: 2 } })
        await c.doc('a').remove()
      }),
  ],
  ['a transaction that rolls back', async (_s, db) => (await db.startTransaction()).rollback()],
  ['call a function', sdk => sdk.callFunction({ name: 'echo', data: { a: 1 } })],
  ['upload a file', sdk => sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('bytes') })],
  ['download a file', sdk => sdk.downloadFile({ fileID: 'cloud://env/a.txt' })],
  [
    'temporary links',
    sdk => sdk.getTempFileURL({ fileList: ['cloud://env/a.txt', { fileID: 'cloud://env/b.txt', maxAge: 60 }] }),
  ],
  ['delete files', sdk => sdk.deleteFile({ fileList: ['cloud://env/a.txt'] })],
  // Nobody answers it here; what was asked is what counts.
  ['open data of a CloudID', sdk => sdk.getOpenData({ list: ['cloud-id'] }).catch(() => undefined)],
  [
    'a call to WeChat',
    async sdk =>
      sdk.openapi['subscribeMessage']?.['send']?.({
        touser: 'r1',
        templateId: 'accepted',
        data: { thing1: { value: '买菜' } },
      }),
  ],
]
