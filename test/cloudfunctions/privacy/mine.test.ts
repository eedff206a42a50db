import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { mostPartBytes, privacy, type Part } from '@domain/privacy'
import { holdings } from '@domain/privacy/holding'
import { keptLines } from '@domain/privacy/words'
import { schema } from '@domain/schema'
import { station } from '@domain/station'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** Every part of somebody's file, as his phone asks for them. */
async function file(openid: string): Promise<Part[]> {
  const parts: Part[] = []
  let after: string | undefined
  do {
    const part = await town.as(openid)(privacy.take, after === undefined ? {} : { after })
    parts.push(part)
    after = part.next
  } while (after !== undefined)
  return parts
}
const rowsOf = (parts: Part[], of: string) => parts.filter(part => part.of === of).flatMap(({ rows }) => rows)

test('every collection that holds something of people says what and for how long, in their language', () => {
  const lines = keptLines()
  expect(lines.map(({ name }) => name)).toEqual(
    Object.keys(schema).filter(name => holdings[name as keyof typeof holdings] !== null),
  )
  for (const { what, keeps } of lines) expect(`${what}${keeps}`).toMatch(/^[\p{Script=Han}、，0-9 ]+$/u)
  expect(lines.find(({ name }) => name === 'errands')?.keeps).toBe('办完 400 天后删掉')
  expect(lines.every(({ keeps }) => !keeps.startsWith('到期'))).toBe(true)
})

test('whatever finds a person is the first of an index', () => {
  const wrong = Object.entries(holdings).flatMap(([name, holding]) =>
    (holding?.found ?? []).filter(
      field => !schema[name as keyof typeof schema].indexes.some(({ keys }) => Object.keys(keys)[0] === field),
    ),
  )
  expect(wrong).toEqual([])
})

test('a daughter reads who she is, what she agreed to and how much there is', async () => {
  await town.as('daughter')(errand.request, lunch)
  await town.as('daughter')(station.announce, { code: 'K7Q2M9' })
  expect(await town.as('daughter')(privacy.mine, {})).toMatchObject({
    name: '王女士',
    hasPhone: false,
    roles: [{ community: '金星社区', role: 'resident' }],
    households: [{ calls: '爸爸', place: '金星小区 3号楼' }],
    errands: 1,
    carried: 0,
    visits: 1,
    lessons: 0,
  })
  expect((await town.as('daughter')(privacy.mine, {})).consents.map(({ what }) => what)).toContain('health')
  expect(await town.as('stranger')(privacy.mine, {})).toMatchObject({ name: '', roles: [], errands: 0 })
})

test('her file holds her own, as she may see it: no openid, no door, no phone, nobody else’s', async () => {
  await town.as('desk')(errand.request, { ...lunch, byPhone: true, what: '电话里说的' })
  const parts = await file('daughter')
  expect(rowsOf(parts, 'people')).toEqual([expect.objectContaining({ name: '王女士' })])
  expect(rowsOf(parts, 'households')).toEqual([expect.objectContaining({ elder: '王大爷', building: '3号楼' })])
  expect(rowsOf(parts, 'errands').map(({ what }) => what)).toEqual(['电话里说的', '一份午饭，少盐'])
  expect(rowsOf(parts, 'visits')).toEqual([expect.objectContaining({ stationName: '红色驿站 · 人民路店' })])
  const text = JSON.stringify(parts)
  for (const secret of ['"daughter"', 'openid', '602', '13900000001', '"rev":"r0","touchedAt"', 'digitsTries'])
    expect(text).not.toContain(secret)
  expect(rowsOf(await file('neighbour'), 'errands')).toEqual([])
  expect(rowsOf(await file('stranger'), 'people')).toEqual([])
})

test('a rider takes along what he carried, as he may see it two hours later', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  expect(rowsOf(await file('zhang'), 'carried')).toEqual([expect.objectContaining({ id, elder: '王大爷' })])
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('daughter')(errand.confirm, { id })
  const [row] = rowsOf(await file('zhang'), 'carried')
  expect(row).toMatchObject({ id, compound: '金星小区' })
  expect(row).not.toHaveProperty('elder')
  expect(await town.as('zhang')(privacy.mine, {})).toMatchObject({ carried: 1, hasPhone: true })
})

test('a large file comes in parts that a reply can carry, each record once', async () => {
  const long = '一句很长的话'.repeat(8)
  for (let i = 0; i < 45; i++) {
    const { id } = await town.as('daughter')(errand.request, { ...lunch, note: long, what: `第 ${i} 份` })
    if (i % 9 === 0) await town.as('desk')(errand.return, { id, why: long })
  }
  const parts = await file('daughter')
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(mostPartBytes + 10_000)
  const ids = rowsOf(parts, 'errands').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBe(48)
})

test.each([['leases'], ['doubts~1@x'], ['__proto__'], ['errands~1'], ['OWNER'], ['']])(
  'a made-up place in the file (%s) is refused',
  async after => expect(await refusal(town.as('daughter')(privacy.take, { after }))).toBe('BAD_INPUT'),
)

describe('taking a consent back', () => {
  test('health: the words of finished medicine errands go, and the next one asks again', async () => {
    const medicine = {
      ...lunch,
      kind: 'medicine' as const,
      health: true,
      what: '降压药',
      pickUp: '同仁药房',
      code: '77',
    }
    const { id } = await town.as('daughter')(errand.request, { ...medicine, note: '饭后吃的' })
    const { id: going } = await town.as('daughter')(errand.request, medicine)
    await town.as('daughter')(errand.cancel, { id, why: '降压药还有' })
    await town.as('daughter')(privacy.withdraw, { what: 'health' })
    const stored = JSON.stringify(await town.stored('errands', id))
    for (const word of ['降压药', '同仁药房', '饭后', '"77"']) expect(stored).not.toContain(word)
    // What the medicine is called was written down of neither; what is on its way keeps what is needed to fetch it.
    expect(await town.as('daughter')(errand.one, { id: going })).toMatchObject({ what: '药', pickUp: '同仁药房' })
    expect(await town.stored('errands', going)).toMatchObject({ what: '药', pickUp: '同仁药房', code: '77' })
    const me = await town.as('daughter')(privacy.mine, {})
    expect(me.consents.find(({ what }) => what === 'health')).toMatchObject({ withdrawnAt: expect.any(Number) })
    expect(await refusal(town.as('daughter')(errand.request, medicine))).toBe('AGREE_FIRST')
    await town.as('daughter')(errand.request, { ...medicine, agreed: ticked(['health']) })
  })

  test('phone: the number goes, and nothing is offered until he agrees again', async () => {
    await town.as('li')(privacy.withdraw, { what: 'phone' })
    expect(JSON.stringify(await town.stored('people', personId('li')))).not.toContain('13800000002')
    const { id } = await town.as('daughter')(errand.request, lunch)
    const offer = town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
    expect(await refusal(offer)).toBe('RIDER_GONE')
    const { rows } = await town.as('desk')(errand.riders, { communityId: a })
    expect(rows.map(({ name }) => name)).not.toContain('李师傅')
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
    expect((await town.as('li')(errand.offers, {})).rows).toEqual([])
    expect(await refusal(town.as('li')(errand.accept, { id }))).toBe('WRONG_STATE')
    expect((await town.as('zhang')(errand.offers, {})).rows.map(row => row.id)).toContain(id)
  })

  test('what was never agreed to cannot be taken back', async () => {
    expect(await refusal(town.as('stranger')(privacy.withdraw, { what: 'phone' }))).toBe('NOT_FOUND')
  })
})
