import { schema, type CollectionName, type Keeps } from '@domain/schema'
import { dayMs, hourMs, minuteMs, momentOf, never } from '@domain/time'
import { openTown, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const night = momentOf('2027-12-01', '03:00')
type Timed = Extract<Keeps, { days: number }>
const timed = (Object.entries(schema) as [CollectionName, { keeps: Keeps }][]).flatMap(
  ([name, { keeps }]): [CollectionName, Timed][] => ('days' in keeps ? [[name, keeps]] : []),
)

async function rings(at: number): Promise<Record<string, unknown>> {
  town.cloud.clock.set(at)
  // What else falls due on the way is done first.
  for (let i = 0; i < 20; i++) {
    const { data } = (await town.tick()) as unknown as { data: Record<string, unknown> }
    if (data.leased !== true || data.removed !== 0) return data
  }
  throw new Error('the clock is never idle')
}

async function upload(cloudPath: string): Promise<string> {
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const { fileID } = (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('jpg') })) as { fileID: string }
  return fileID
}
async function stands(fileID: string): Promise<boolean> {
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const { fileList } = (await sdk.getTempFileURL({ fileList: [fileID] })) as { fileList: { tempFileURL: string }[] }
  return fileList[0]?.tempFileURL !== ''
}

test.each(timed)('%s: what is over is gone in the night, what is a minute too young stays', async (name, keeps) => {
  const { days, after, where = {} } = keeps
  const edge = night - days * dayMs
  const record = (id: string, at: number) => ({ _id: `${name}-${id}`, rev: 'r0', slot: id, ...where, [after]: at })
  await town.put(name, record('old', edge - 1), record('young', edge + minuteMs), record('open', never))
  expect(await rings(night)).toMatchObject({ leased: true, removed: 1 })
  const left = await Promise.all(['old', 'young', 'open'].map(id => town.stored(name, `${name}-${id}`)))
  expect(left.map(Boolean)).toEqual([false, true, true])
  expect(await rings(night)).toMatchObject({ leased: false, removed: 0 })
})

test('by day, and in another hour of the night, nothing is removed', async () => {
  await town.put('visits', { _id: 'visit-last-year', at: 1 })
  for (const clock of ['02:55', '03:05', '13:00']) await rings(momentOf('2027-12-02', clock))
  expect(await town.stored('visits', 'visit-last-year')).toBeDefined()
  await rings(momentOf('2027-12-03', '03:00'))
  expect(await town.stored('visits', 'visit-last-year')).toBeUndefined()
})

test('who still belongs somewhere is kept, however long he has not come', async () => {
  const memberships = [{ communityId: 'c-jinxing', role: 'resident' }]
  await town.put(
    'people',
    { _id: 'p-quiet', memberships, touchedAt: 1 },
    { _id: 'p-gone', memberships: [], touchedAt: 1 },
  )
  await rings(momentOf('2027-12-04', '03:00'))
  expect(await town.stored('people', 'p-quiet')).toBeDefined()
  expect(await town.stored('people', 'p-gone')).toBeUndefined()
})

test('the photo goes with its errand, the face with its person', async () => {
  const [photo, face, kept] = [
    await upload('photo/old.jpg'),
    await upload('face/old.jpg'),
    await upload('photo/new.jpg'),
  ]
  await town.put(
    'errands',
    { _id: 'e-old', slot: 'e-old', closedAt: 1, proof: { photo } },
    { _id: 'e-new', slot: 'e-new', closedAt: never, proof: { photo: kept } },
  )
  await town.put('people', { _id: 'p-face', memberships: [], touchedAt: 1, face })
  await rings(momentOf('2027-12-05', '03:00'))
  expect(await Promise.all([photo, face, kept].map(stands))).toEqual([false, false, true])
  expect(await town.stored('errands', 'e-old')).toBeUndefined()
})

test('more than one request finds goes in one night', async () => {
  const old = Array.from({ length: 250 }, (_, i) => ({ _id: `visit-${i}`, at: 1 }))
  await town.put('visits', ...old)
  expect(await rings(momentOf('2027-12-06', '03:00'))).toMatchObject({ removed: 250 })
})

test('what the clock asks to find nothing over is one query a timed collection, once a night', async () => {
  await rings(momentOf('2027-12-07', '02:59'))
  town.cloud.clock.set(momentOf('2027-12-07', '03:00'))
  town.cloud.resetStats()
  await town.tick()
  // And one, every fifth minute, for whoever has left.
  expect(town.cloud.stats().totals.requests).toBe(3 + timed.length)
  town.cloud.clock.advance(hourMs)
  town.cloud.resetStats()
  await town.tick()
  // An hour without a ring: everything is looked for at once, rules beside lessons.
  expect(town.cloud.stats().totals.requests).toBe(4)
})
