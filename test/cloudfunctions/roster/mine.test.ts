import { roster } from '@domain/roster'
import { a, b, openTown, refusal, type Town } from '../town'
import { sheetsIn } from '../../../cloudfunctions/roster/sheet/read'
import { head, preview, takeIn, whole } from './lists'

let town: Town
beforeEach(async () => {
  town = await openTown()
  await takeIn(
    town,
    (
      await preview(
        town,
        [
          head,
          ['张三', '13800000001', '外卖', '美团黔城站', '', '是'],
          ['钱五', '13700000005', '快递', '邮政支局', '', ''],
        ],
        { body: 'firm', whose: '美团', file: '美团名单.xlsx' },
      )
    ).id,
  )
})
afterEach(() => town.close())

const here = { communityId: a }

/** WeChat's code for the number it knows of this person. */
async function codeOf(openid: string, phoneNumber: string): Promise<string> {
  const answer = await fetch(`${town.cloud.url}/wechat/phone-code`, {
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'application/json' },
    body: JSON.stringify({ phoneNumber }),
  })
  return ((await answer.json()) as { code: string }).code
}

const idOf = async (name: string) => (await town.as('desk')(roster.list, { ...here, find: name })).rows[0]?.id ?? ''

test('a rider whom the community confirmed reads what others entered of him, and who it was', async () => {
  const { rows } = await town.as('zhang')(roster.mine, here)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ community: '金星社区', state: 'listed' })
  expect(rows[0]?.fields.map(({ field }) => field)).toEqual(['name', 'phone', 'trade', 'firm'])
  expect(rows[0]?.fields[3]).toMatchObject({ value: '美团黔城站', from: '企业（美团） · 美团名单.xlsx 第 2 行' })
  expect(JSON.stringify(rows)).not.toContain('13800000001')
})

test('a number that somebody only types shows him nothing; the one WeChat knows does', async () => {
  await town.put('people', {
    _id: 'p-liar',
    openid: 'liar',
    application: { communityId: a, phone: '13700000005', state: 'waiting' },
  })
  expect((await town.as('liar')(roster.mine, here)).rows).toEqual([])
  expect((await town.as('stranger')(roster.mine, here)).rows).toEqual([])
  const code = await codeOf('newcomer', '13700000005')
  const { rows } = await town.as('newcomer')(roster.meet, { ...here, code })
  expect(rows.map(({ fields }) => fields[0]?.value)).toEqual(['钱五'])
  expect((await town.as('newcomer')(roster.mine, here)).rows).toHaveLength(1)
  expect((await town.as('newcomer')(roster.mine, { communityId: b })).rows).toEqual([])
  const id = await idOf('钱五')
  expect(await refusal(town.as('stranger')(roster.answer, { ...here, id, what: 'right' }))).toBe('FORBIDDEN')
})

test('what he says of himself stands before what others say, and the desk sees both', async () => {
  const id = await idOf('张三')
  const own = { name: '张三丰', firm: '饿了么黔城站' }
  await town.as('zhang')(roster.answer, { ...here, id, what: 'changed', own })
  const one = await town.as('desk')(roster.one, { ...here, id })
  expect(one).toMatchObject({ name: '张三丰', firm: '饿了么黔城站', state: 'confirmed' })
  const firm = one.fields.find(({ field }) => field === 'firm')
  expect(firm?.claims.map(({ body, value }) => [body, value])).toEqual([
    ['self', '饿了么黔城站'],
    ['firm', '美团黔城站'],
  ])
  await town.as('desk')(roster.correct, { ...here, id, rev: one.rev, values: { firm: '美团' } })
  expect(await town.as('desk')(roster.one, { ...here, id })).toMatchObject({ firm: '饿了么黔城站' })
})

test('his yes and his no are kept with their time', async () => {
  const id = await idOf('张三')
  await town.as('zhang')(roster.answer, { ...here, id, what: 'notMe' })
  expect(await town.as('desk')(roster.one, { ...here, id })).toMatchObject({ state: 'denied', name: '张三' })
  await town.as('zhang')(roster.answer, { ...here, id, what: 'right' })
  const one = await town.as('desk')(roster.one, { ...here, id })
  expect(one.state).toBe('confirmed')
  expect(town.cloud.clock.now() - (one.answeredAt ?? 0)).toBeLessThan(60_000)
  expect(one.fields.find(({ field }) => field === 'partyMember')?.claims.map(({ body }) => body)).toEqual(['firm'])
})

test('who looks at a number is written down before it is given', async () => {
  const id = await idOf('张三')
  expect(JSON.stringify(await town.as('desk')(roster.one, { ...here, id }))).not.toContain('13800000001')
  expect(await town.as('desk')(roster.reveal, { ...here, id })).toEqual({ numbers: ['13800000001'] })
  const { looks } = await town.as('desk')(roster.one, { ...here, id })
  expect(looks).toMatchObject([{ who: '李书记', what: 'phone' }])
})

test('people are found by name, firm and the end of the number', async () => {
  const found = async (find: string) =>
    (await town.as('desk')(roster.list, { ...here, find })).rows.map(({ name }) => name)
  expect(await found('张')).toEqual(['张三'])
  expect(await found('邮政')).toEqual(['钱五'])
  expect(await found('0005')).toEqual(['钱五'])
  expect(await found('13700000005')).toEqual(['钱五'])
  expect(await found('没有')).toEqual([])
})

test('a file for the desk holds no more than its list, as text, and is written down', async () => {
  await takeIn(town, (await preview(town, [head, ['=1+1', '13700000006', '', '@sum', '', '是']])).id)
  const made = await town.as('desk')(roster.export, { ...here, phones: false })
  const bytes = Buffer.from(await (await fetch(made.url)).arrayBuffer())
  const rows = (await sheetsIn(bytes))[0]?.rows ?? []
  expect(rows.map(row => row.slice(0, 4))).toEqual([
    ['姓名', '电话', '行业', '单位'],
    ['=1+1', '137******06', '', '@sum'],
    ['钱五', '137******05', '快递', '邮政支局'],
    ['张三', '138******01', '外卖', '美团黔城站'],
  ])
  expect(rows.flat().join()).not.toContain('党员')
  const whole1 = await town.as('desk')(roster.export, { ...here, phones: true, find: '张' })
  expect(whole1.rows).toBe(1)
  expect(await whole('rosterLooks')).toMatchObject([
    { what: 'export', who: '李书记', rows: expect.any(Number) },
    { what: 'export', who: '李书记', rows: expect.any(Number) },
  ])
})

test('who has left is not counted, stays readable, and can come back', async () => {
  const id = await idOf('张三')
  const desk = town.as('desk')
  await desk(roster.leave, { ...here, id })
  expect(await desk(roster.counts, here)).toMatchObject({ all: 1, left: 1 })
  expect((await desk(roster.list, { ...here, left: true })).rows).toMatchObject([{ name: '张三', state: 'left' }])
  await desk(roster.comeBack, { ...here, id })
  const counts = await desk(roster.counts, here)
  expect(counts.trades.reduce((sum, { count }) => sum + count, 0)).toBe(counts.all)
})
