import type { Failure } from '@domain/failure'
import { roster } from '@domain/roster'
import { mostRows } from '@domain/roster/list'
import { a, openTown, type Town } from '../town'
import { open, preview, whole } from './lists'

jest.setTimeout(600_000)

/** `XINLIN_ROWS=20000` takes as many as one list may have; the time it takes is printed. */
const most = Number(process.env.XINLIN_ROWS ?? 2000)

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const listOf = (count: number): Buffer => {
  const line = (i: number) => `张${i},137${String(i).padStart(8, '0')},外卖,第${i % 40}站`
  return Buffer.from(['姓名,电话,行业,单位', ...Array.from({ length: count }, (_, i) => line(i))].join('\n'))
}

test('a long list is taken in call after call, and known again row by row', async () => {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  const bytes = listOf(most)
  const handed = { bytes, ending: 'csv', file: '长名单.csv' }
  const list = await preview(town, [], handed)
  expect(list.counts).toMatchObject({ new: most })
  const sorted = seconds()
  let calls = 0
  for (let state = ''; state !== 'applied'; calls += 1)
    ({ state } = await town.as('desk')(roster.confirm, { communityId: a, id: list.id }))
  const taken = seconds()
  expect(await town.as('desk')(roster.counts, { communityId: a })).toMatchObject({ all: most })
  expect((await preview(town, [], handed)).counts).toMatchObject({ new: 0, same: most })
  console.log(
    `${most} rows: sorted after ${sorted} s, in after ${taken} s and ${calls} calls, known again after ${seconds()} s`,
  )
})

test('as many rows as a list may have are read, one more is said before anything is kept of it', async () => {
  const csv = (count: number) => open(town, [], { bytes: listOf(count), ending: 'csv' })
  expect((await csv(mostRows)).sheets).toMatchObject([{ rows: mostRows + 1 }])
  const stored = await whole('imports')
  const rows = Array.from({ length: mostRows + 1 }, (_, i) => [`张${i}`, String(13_700_000_000 + i)])
  for (const refused of [() => csv(mostRows + 1), () => open(town, [['姓名', '电话'], ...rows])])
    expect(await refused().catch((error: Failure) => error.sentence)).toBe('一张表最多 2 万行，请分成几份')
  expect(await whole('imports')).toEqual(stored)
})
