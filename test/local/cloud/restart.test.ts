import { startCloud, type Cloud, type CloudOptions } from '../../../local/cloud/index'
import { openStore, type Reader } from '../../../local/cloud/store/store'
import type { Database } from './sdk'
import { sdk, tempDir } from './town'

const { dir, remove } = tempDir()
afterAll(remove)

/** Runs some work against the cloud of one folder, which is closed after it. */
async function withCloud<T>(
  schema: CloudOptions['schema'],
  work: (db: Database, cloud: Cloud) => Promise<T>,
): Promise<T> {
  const cloud = await startCloud({ dataDir: dir, schema })
  Object.assign(process.env, cloud.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  try {
    return await work(sdk.database({ throwOnNotFound: false }), cloud)
  } finally {
    await cloud.close()
  }
}

const plain = { pets: { indexes: [] } }
const byAge = { pets: { indexes: [{ name: 'byAge', keys: { age: 1 } }] } } as const
const byToys = { pets: { indexes: [{ name: 'byToys', keys: { toys: 1, age: -1 } }] } } as const
const uniqueAge = { pets: { indexes: [{ name: 'byAge', keys: { age: 1 }, unique: true }] } } as const

test('an index that is declared later is built from what is there, and one that was dropped is built anew', async () => {
  await withCloud(plain, db =>
    db
      .collection('pets')
      .add({ data: Array.from({ length: 20 }, (_, n) => ({ _id: `p${n}`, age: n % 5, toys: ['ball', `t${n}`] })) }),
  )
  const olds = (db: Database): Promise<unknown[]> =>
    db
      .collection('pets')
      .where({ age: 4 })
      .get()
      .then(({ data }) => data.map(row => row['_id']))
  expect(await withCloud(byAge, olds)).toEqual(['p14', 'p19', 'p4', 'p9'])
  await withCloud(plain, async db => {
    await db.collection('pets').doc('p4').remove()
    await db
      .collection('pets')
      .doc('p0')
      .update({ data: { age: 4 } })
  })
  expect(await withCloud(byAge, olds)).toEqual(['p0', 'p14', 'p19', 'p9'])
})

test('what is thrown away afterwards is kept in memory alone', async () => {
  const shown = async (ephemeral: boolean): Promise<[offsetMs: number, granted: number]> => {
    const cloud = await startCloud({ dataDir: dir, schema: plain, ephemeral })
    const found: [number, number] = [cloud.clock.offsetMs(), cloud.wechat.granted('daughter', 't')]
    cloud.clock.advance(5000)
    cloud.wechat.grants('daughter', 't', 1)
    await cloud.close()
    return found
  }
  await shown(true)
  expect(await shown(false)).toEqual([0, 0])
  expect(await shown(true)).toEqual([0, 0])
  expect(await shown(false)).toEqual([5000, 1])
})

test('after a restart it is still known which fields hold lists', async () => {
  await withCloud(byToys, async () => undefined)
  await withCloud(byToys, async db => {
    const found = await db
      .collection('pets')
      .where({ toys: db.command['in']?.(['ball', 't3']) })
      .limit(1000)
      .get()
    expect(found.data).toHaveLength(19)
  })
})

test('a unique index over records that are not is refused in one line, and nothing is lost', async () => {
  await expect(startCloud({ dataDir: dir, schema: uniqueAge })).rejects.toThrow(
    /^E11000 duplicate key error collection: pets index: byAge/,
  )
  expect(await withCloud(plain, db => db.collection('pets').count())).toMatchObject({ total: 19 })
})

test('an index over a value too long for it is refused in one line, and the old index serves on', async () => {
  await withCloud(plain, db => db.collection('pets').add({ data: { _id: 'long', name: 'x'.repeat(2000) } }))
  const byName = { pets: { indexes: [{ name: 'byName', keys: { name: 1 } }] } } as const
  await expect(startCloud({ dataDir: dir, schema: byName })).rejects.toThrow('key too large to index')
  await withCloud(plain, db => db.collection('pets').doc('long').remove())
  expect(await withCloud(plain, db => db.collection('pets').count())).toMatchObject({ total: 19 })
})

test('opening reads no document where the schema is as it was, and every one once for an index that is new', async () => {
  await withCloud(plain, async () => undefined)
  const opened = async (schema: CloudOptions['schema']): Promise<number> => {
    let documents = 0
    const counted = <R extends Reader>(reader: R): R => ({
      ...reader,
      get: (collection, id) => (documents++, reader.get(collection, id)),
    })
    const cloud = await startCloud({
      dataDir: dir,
      schema,
      openStore(dataDir, onBroken) {
        const store = openStore(dataDir, onBroken)
        return { ...counted(store), write: decide => store.write(writer => decide(counted(writer))) }
      },
    })
    await cloud.close()
    return documents
  }
  expect(await opened(plain)).toBe(0)
  expect(await opened(byAge)).toBe(19)
  expect(await opened(byAge)).toBe(0)
})
