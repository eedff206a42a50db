import { roster } from '@domain/roster'
import { a, b, newKey, openTown, refusal, type Town } from '../town'
import { head, open, preview, rowsOf, takeIn, whole } from './lists'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const zhang = ['张伟', '13900000011', '外卖', '美团黔城站', '金星社区', '是']
const chen = ['陈静', '13900000012', '快递', '邮政支局', '金星', '否']
const desk = () => town.as('desk')
const here = { communityId: a }

test('nothing is in the roster before the desk has confirmed', async () => {
  const list = await preview(town, [head, zhang, chen])
  expect(list).toMatchObject({ state: 'sorted', counts: { new: 2, more: 0, same: 0, conflict: 0, wrong: 0 }, open: 0 })
  expect(await whole('roster')).toEqual([])
  expect(await whole('enterprises')).toEqual([])
  await takeIn(town, list.id)
  const { rows } = await desk()(roster.list, here)
  expect(rows).toMatchObject([
    { name: '陈静', initial: 'C', trade: 'courier', phone: '139******12' },
    { name: '张伟', initial: 'Z', firm: '美团黔城站', phone: '139******11' },
  ])
  expect((await desk()(roster.firms, here)).rows.map(({ name }) => name)).toEqual(['美团黔城站', '邮政支局'])
  expect(await desk()(roster.counts, here)).toMatchObject({ all: 2, left: 0 })
})

test('every field says who said it, in which file and row, and when', async () => {
  await takeIn(town, (await preview(town, [head, zhang], { body: 'firm', whose: '美团', file: '美团名单.xlsx' })).id)
  const { rows } = await desk()(roster.list, here)
  const one = await desk()(roster.one, { ...here, id: rows[0]?.id ?? '' })
  const at = town.cloud.clock.now()
  expect(one.fields.find(({ field }) => field === 'firm')?.claims).toMatchObject([
    { value: '美团黔城站', body: 'firm', whose: '美团', file: '美团名单.xlsx', row: 2 },
  ])
  expect(one.fields.find(({ field }) => field === 'partyMember')?.value).toBe('是')
  expect(Math.abs((one.fields[0]?.claims[0]?.at ?? 0) - at)).toBeLessThan(60_000)
})

test('each row says what it is, and why', async () => {
  await takeIn(town, (await preview(town, [head, zhang, chen])).id)
  const second = await preview(
    town,
    [
      head,
      ['张伟', '13900000011', '外卖', '饿了么黔城站', '', ''],
      ['陈静', '13900000012', '快递', '邮政支局', '', ''],
      ['李强', '13900000013', '货车', '', '', ''],
      ['王芳', '1390000', '', '', '', ''],
      ['', '13900000015', '', '', '', ''],
      ['赵六', '13900000016', '', '', '骑龙社区', ''],
      ['李强强', '13900000013', '', '', '', ''],
    ],
    { body: 'firm' },
  )
  expect(second.counts).toEqual({ new: 1, more: 0, same: 1, conflict: 1, wrong: 4 })
  expect(await rowsOf(town, second.id, 'conflict')).toMatchObject([
    { row: 2, why: '单位不一样', differs: [{ field: 'firm', ours: '美团黔城站', theirs: '饿了么黔城站' }] },
  ])
  expect((await rowsOf(town, second.id, 'wrong')).map(({ row, why }) => [row, why])).toEqual([
    [5, '电话“1390000”不对'],
    [6, '没有姓名'],
    [7, '写的是骑龙社区，不是这里'],
    [8, '电话和第 4 行李强的一样'],
  ])
  expect(await rowsOf(town, second.id, 'new')).toMatchObject([{ row: 4, why: '底数里没有这个电话' }])
})

test('a list is taken in only when every conflict is decided, and as it was decided', async () => {
  await takeIn(town, (await preview(town, [head, zhang, chen])).id)
  const rows = [
    head,
    ['张伟', '13900000011', '外卖', '饿了么', '', ''],
    ['陈静', '13900000012', '外卖', '邮政支局', '', ''],
    ['王芳', '13900000012', '快递', '邮政支局', '', ''],
  ]
  const list = await preview(town, rows.slice(0, 3), { body: 'firm' })
  expect(await refusal(desk()(roster.confirm, { ...here, id: list.id }))).toBe('STILL_OPEN')
  expect(await desk()(roster.decide, { ...here, id: list.id, row: 2, decision: 'theirs' })).toEqual({ open: 1 })
  expect(await desk()(roster.decide, { ...here, id: list.id, decision: 'ours' })).toEqual({ open: 0 })
  await takeIn(town, list.id)
  expect((await desk()(roster.list, here)).rows).toMatchObject([
    { name: '陈静', trade: 'courier' },
    { name: '张伟', firm: '饿了么' },
  ])
  const apart = await preview(town, [head, rows[3] ?? []], { body: 'transport' })
  expect(await rowsOf(town, apart.id, 'conflict')).toMatchObject([{ why: '姓名不一样' }])
  await desk()(roster.decide, { ...here, id: apart.id, row: 2, decision: 'apart' })
  await takeIn(town, apart.id)
  expect((await desk()(roster.list, here)).rows.map(({ name }) => name)).toEqual(['陈静', '王芳', '张伟'])
  const before = await whole('roster')
  for (const [some, body] of [
    [rows.slice(0, 3), 'firm'],
    [[head, rows[3] ?? []], 'transport'],
  ] as const) {
    const again = await preview(town, some, { body })
    expect(again.counts).toMatchObject({ new: 0, more: 0, conflict: 0, wrong: 0 })
    await takeIn(town, again.id)
  }
  expect(await whole('roster')).toEqual(before)
})

test('a file of a year ago brings back nothing that has changed since', async () => {
  const old = [head, ['张伟', '13900000011', '外卖', '美团', '', '']]
  const { spreadsheet } = await import('../../../cloudfunctions/roster/sheet/write')
  const bytes = await spreadsheet(
    old[0] ?? [],
    old.slice(1).map(row => [...row]),
  )
  await takeIn(town, (await preview(town, old, { bytes, body: 'firm' })).id)
  const newer = await preview(town, [head, ['张伟', '13900000011', '外卖', '饿了么', '', '']], { body: 'firm' })
  await desk()(roster.decide, { ...here, id: newer.id, decision: 'theirs' })
  await takeIn(town, newer.id)
  const before = await whole('roster')
  const again = await preview(town, old, { bytes, body: 'firm' })
  expect(await rowsOf(town, again.id, 'same')).toMatchObject([{ why: '这份表导过，这一行没变' }])
  await takeIn(town, again.id)
  expect(await whole('roster')).toEqual(before)
})

test('what nobody confirms for three days is put away', async () => {
  const { id } = await preview(town, [head, zhang])
  town.cloud.clock.advance(3 * 86_400_000)
  expect(await refusal(desk()(roster.confirm, { ...here, id }))).toBe('NO_SHEET')
  expect(await whole('roster')).toEqual([])
  const other = await preview(town, [head, zhang])
  await desk()(roster.drop, { ...here, id: other.id })
  expect(await refusal(desk()(roster.confirm, { ...here, id: other.id }))).toBe('NOT_FOUND')
  expect(JSON.stringify(await whole('importRows')).includes('13900000011')).toBe(true)
})

test('the desk of one community sees, decides and takes in nothing of another', async () => {
  const list = await preview(town, [head, zhang])
  await takeIn(town, list.id)
  const { rows } = await desk()(roster.list, here)
  const id = rows[0]?.id ?? ''
  const other = town.as('desk-b')
  expect((await other(roster.list, { communityId: b })).rows).toEqual([])
  for (const communityId of [a, b]) {
    const fails = communityId === a ? 'FORBIDDEN' : 'NOT_FOUND'
    expect(await refusal(other(roster.one, { communityId, id }))).toBe(fails)
    expect(await refusal(other(roster.reveal, { communityId, id }))).toBe(fails)
    expect(await refusal(other(roster.rows, { communityId, id: list.id, kind: 'new', part: 0 }))).toBe(fails)
    expect(await refusal(other(roster.confirm, { communityId, id: list.id }))).toBe(fails)
    expect(await refusal(other(roster.leave, { communityId, id }))).toMatch(/FORBIDDEN|NOT_FOUND|WRONG_STATE/)
  }
  expect((await desk()(roster.list, here)).rows).toHaveLength(1)
})

test('a tap that is sent twice opens, sorts and takes in once', async () => {
  const keys = [newKey(), newKey(), newKey()]
  const { id, sheets: [sheet] = [] } = await open(town, [head, zhang])
  const input = { ...here, id, sheet: 0, headRow: 0, columns: sheet?.columns ?? [] }
  const first = await desk()(roster.sort, input, keys[1])
  expect(await desk()(roster.sort, input, keys[1])).toMatchObject({ counts: first.counts, state: 'sorted' })
  await Promise.all([1, 2, 3].map(() => desk()(roster.confirm, { ...here, id }, keys[2])))
  expect(await whole('roster')).toHaveLength(1)
})
