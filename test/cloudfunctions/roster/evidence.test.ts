import { roster } from '@domain/roster'
import { a, openTown, refusal, type Town } from '../town'
import { head, preview, rowsOf, takeIn, whole } from './lists'
import { twoSheets } from './people'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const here = { communityId: a }
const desk = () => town.as('desk')

test('426 riders from two sheets: right to the row, reconciled to zero, and the second time nothing changes', async () => {
  const { community, firms, conflicts, onlyCommunity, onlyFirms } = twoSheets()
  expect([conflicts.size, community.length, firms.length]).toEqual([40, 420, 418])

  const first = await preview(town, [head, ...community], { body: 'community', file: '社区底册.xlsx' })
  expect(first.counts).toEqual({ new: 420, more: 0, same: 0, conflict: 0, wrong: 0 })
  await takeIn(town, first.id)

  const second = await preview(town, [head, ...firms], { body: 'firm', file: '企业名单.xlsx' })
  expect(second.counts).toEqual({ new: 6, more: 0, same: 372, conflict: 40, wrong: 0 })
  const shown = await rowsOf(town, second.id, 'conflict')
  expect(shown.map(({ row, differs }) => [row, differs.map(({ field }) => field)])).toEqual(
    [...conflicts].map(([row, field]) => [row, [field]]),
  )
  expect((await rowsOf(town, second.id, 'new')).map(({ row }) => row)).toEqual([414, 415, 416, 417, 418, 419])
  // A quarter each way: ours, theirs, and the rest is left to 对账.
  for (const [i, { row }] of shown.entries())
    await desk()(roster.decide, {
      ...here,
      id: second.id,
      row,
      decision: (['ours', 'theirs'] as const)[i % 4] ?? 'later',
    })
  await takeIn(town, second.id)
  expect(await desk()(roster.counts, here)).toMatchObject({ all: 426, left: 0 })

  const made = await desk()(roster.reconcile, { ...here, left: 'firm', right: 'community' })
  expect(made).toMatchObject({ found: 20 + onlyCommunity.length + onlyFirms.length, state: 'open' })
  expect(await refusal(desk()(roster.sign, { ...here, id: made.id }))).toBe('STILL_OPEN')
  const only = { onlyLeft: [] as string[], onlyRight: [] as string[], field: [] as string[] }
  let steps = made.found
  for (;;) {
    const { rows, reconciliation } = await desk()(roster.differences, { ...here, id: made.id, settled: false })
    expect(reconciliation.open).toBe(steps)
    const [next] = rows
    if (!next) break
    only[next.gap].push(next.name)
    const isLeft = next.gap === 'field' ? steps % 2 === 0 : false
    const choice = next.gap === 'field' ? (isLeft ? 'left' : 'right') : 'here'
    await desk()(roster.settle, { ...here, id: next.id, choice })
    steps -= 1
  }
  expect(steps).toBe(0)
  expect(new Set(only.onlyLeft)).toEqual(new Set(onlyFirms))
  expect(new Set(only.onlyRight)).toEqual(new Set(onlyCommunity))
  expect(only.field).toHaveLength(20)
  await desk()(roster.sign, { ...here, id: made.id })
  const signed = await desk()(roster.reconciliations, here)
  expect(signed.rows).toMatchObject([{ state: 'signed', signedBy: '李书记', open: 0 }])
  expect(await desk()(roster.reconcile, { ...here, left: 'firm', right: 'community' })).toMatchObject({ found: 0 })

  const before = [await whole('roster'), await whole('enterprises')]
  for (const [rows, body] of [
    [community, 'community'],
    [firms, 'firm'],
  ] as const) {
    const again = await preview(town, [head, ...rows], { body })
    expect(again.counts).toEqual({ new: 0, more: 0, same: rows.length, conflict: 0, wrong: 0 })
    await takeIn(town, again.id)
  }
  expect([await whole('roster'), await whole('enterprises')]).toEqual(before)
})
