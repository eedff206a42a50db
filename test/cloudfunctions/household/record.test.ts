import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { minuteMs } from '@domain/time'
import { a, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { caller, openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const revOf = async (id: string) => (await town.as('desk')(household.one, { id })).rev ?? ''
const found = async (find: string) =>
  (await town.as('desk')(household.list, { communityId: a, find })).rows.map(row => row.elder)

test('family and desk read the record; door and phones are masked until a look that the family reads of', async () => {
  const id = await openGranny(town)
  for (const reader of ['grandson', 'desk']) {
    const home = await town.as(reader)(household.one, { id })
    expect(home).toMatchObject({
      elder: '刘奶奶',
      stairs: '3 楼没电梯',
      masked: [{ number: '085******23', whose: '座机' }],
      consent: { by: '刘奶奶', how: 'byPhone', toldTo: '刘先生' },
    })
    expect(JSON.stringify(home)).not.toMatch(/301|0123/)
  }
  const shown = await town.as('desk')(household.reveal, { id })
  expect(shown).toMatchObject({ place: '1号楼 1单元 301 · 3 楼没电梯', phones: [{ number: '08580000123' }] })
  expect((await town.as('grandson')(household.looks, { id })).rows).toMatchObject([
    { who: '李书记', as: 'dispatcher', at: expect.any(Number) },
  ])
  expect((await town.as('grandson')(household.looks, { id })).rows[0]).not.toHaveProperty('errandId')
})

test('nobody else looks, a repeated tap is one look, and an old one opens nothing', async () => {
  const id = await openGranny(town)
  for (const stranger of ['daughter', 'neighbour', 'zhang', 'keeper', 'guest', 'desk-b'])
    for (const row of [household.reveal, household.one, household.looks, household.sheet] as const)
      expect(await refusal(town.as(stranger)(row, { id }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk')(household.reveal, { id: 'h-forged' }))).toBe('NOT_FOUND')
  const key = newKey()
  await town.as('desk')(household.reveal, { id }, key)
  await town.as('desk')(household.reveal, { id }, key)
  expect((await town.as('desk')(household.looks, { id })).rows).toHaveLength(1)
  town.cloud.clock.advance(2 * minuteMs)
  expect(await refusal(town.as('desk')(household.reveal, { id }, key))).toBe('WRONG_STATE')
})

test('looks for errands and without one stand in one list, page by page, newest first', async () => {
  const id = town.fatherId
  for (let look = 0; look < 23; look += 1) {
    town.cloud.clock.advance(minuteMs)
    if (look % 5 > 0) {
      await town.as('desk')(household.reveal, { id })
      continue
    }
    const { id: errandId } = await town.as('daughter')(errand.request, {
      ...lunch,
      kind: 'parcel',
      what: `第 ${look} 件`,
    })
    await town.as('desk')(errand.reveal, { id: errandId, householdId: id })
    await town.as('daughter')(errand.cancel, { id: errandId, why: '不用了' })
    if (look === 20) break
  }
  const first = await town.as('daughter')(household.looks, { id })
  const rest = await town.as('daughter')(household.looks, { id, after: first.next ?? '' })
  const all = [...first.rows, ...rest.rows]
  expect(first.rows).toHaveLength(20)
  expect(rest.next).toBeUndefined()
  expect(new Set(all.map(row => row.id)).size).toBe(21)
  expect(all.map(row => row.at)).toEqual(all.map(row => row.at).sort((x, y) => y - x))
  expect(all.filter(row => row.what).map(row => row.what)).toEqual([
    '第 20 件',
    '第 15 件',
    '第 10 件',
    '第 5 件',
    '第 0 件',
  ])
})

test('of two phones that change it at once one is told to look at the newer record', async () => {
  const id = await openGranny(town)
  const rev = await revOf(id)
  const answers = await Promise.all([
    refusal(town.as('grandson')(household.edit, { id, rev, knocks: ['long', 'dog'] })),
    refusal(town.as('desk')(household.edit, { id, rev, alone: false })),
  ])
  expect(answers.sort()).toEqual(['STALE', 'nothing was refused'])
  const newer = await town.as('grandson')(household.one, { id })
  expect(newer.rev).not.toBe(rev)
  await town.as('grandson')(household.edit, { id, rev: newer.rev ?? '', note: '饭放门口凳子上' })
  expect(await town.as('desk')(household.one, { id })).toMatchObject({ note: '饭放门口凳子上' })
})

test('what is changed goes where it hangs: the relatives, the open errands, what the desk finds it by', async () => {
  const id = await openGranny(town)
  const { id: errandId } = await town.as('grandson')(errand.request, { ...lunch, householdId: id })
  const place = { compoundId: 'k1', building: '3号楼', unit: '2', door: '502', floor: 5 }
  await town.as('grandson')(household.edit, { id, rev: await revOf(id), ...place, elder: '刘阿婆', knocks: ['deaf'] })
  expect(await town.as('grandson')(errand.one, { id: errandId })).toMatchObject({
    elder: '刘阿婆',
    building: '3号楼',
    stairs: '5 楼没电梯',
  })
  expect(await town.stored('errands', errandId)).toMatchObject({ knock: '耳朵不好' })
  const { me } = await town.raw('grandson', 'people', { verb: 'community', input: { id: a }, me: 'old' })
  expect(me?.households).toMatchObject([{ elder: '刘阿婆', place: '金星小区 3号楼' }])
  expect(await found('刘奶奶')).toEqual([])
  expect(await found('阿婆')).toEqual(['刘阿婆'])
  expect((await town.as('desk')(household.reveal, { id })).place).toBe('3号楼 2单元 502 · 5 楼没电梯')
})

test('a building of nowhere, too many phones and unfit words are refused, and nothing is changed', async () => {
  const id = await openGranny(town)
  const rev = await revOf(id)
  const five = Array.from({ length: 5 }, () => ({ number: '13900000001', whose: '女儿' }))
  const edits = [{ building: '9号楼' }, { compoundId: 'k9' }, { phones: five }, { phones: [] }, { note: '[[risky]]' }]
  for (const edit of edits)
    expect(await refusal(town.as('grandson')(household.edit, { id, rev, ...edit }))).toMatch(/BAD_INPUT|UNFIT_WORDS/)
  expect(await revOf(id)).toBe(rev)
})

test('the desk finds a household by name, building or the end of a phone, along an index', async () => {
  await openGranny(town)
  const many = Array.from({ length: 30 }, (_, n) => ({
    ...caller,
    elder: `赵${'一二三四五六'[n % 6]}爷爷`,
    building: '3号楼',
    door: String(100 + n),
    phones: [{ number: `0858100${String(n).padStart(4, '0')}`, whose: '座机' }],
  }))
  for (const home of many) await town.as('desk')(household.add, home)
  for (const find of [
    '刘奶奶',
    '奶奶',
    '刘',
    '1号楼',
    '1',
    '刘奶奶 1号楼',
    '金星小区1号楼',
    '0123',
    '尾号 123',
    '08580000123',
  ])
    expect([find, await found(find)]).toEqual([find, ['刘奶奶']])
  expect(await found('号楼')).toEqual([])
  expect(await found('？？')).toEqual([])
  expect(await found('9999')).toEqual([])
  const first = await town.as('desk')(household.list, { communityId: a, find: '爷爷' })
  const next = await town.as('desk')(household.list, { communityId: a, find: '爷爷', after: first.next ?? '' })
  expect([first.rows.length, next.rows.length, next.next]).toEqual([20, 10, undefined])
  expect(await refusal(town.as('desk-b')(household.list, { communityId: a, find: '刘' }))).toBe('FORBIDDEN')
  expect((await town.as('desk-b')(household.list, { communityId: b, find: '刘' })).rows).toEqual([])
})

test('the desk names who usually comes: a confirmed rider of its own community, or nobody', async () => {
  const id = await openGranny(town)
  const named = async (riderId?: string) =>
    town.as('desk')(household.regular, { id, rev: await revOf(id), ...(riderId && { riderId }) })
  expect(await refusal(named(personId('chen')))).toBe('NOT_FOUND')
  expect(await refusal(named(personId('neighbour')))).toBe('NOT_FOUND')
  await named(personId('zhang'))
  expect(await town.as('grandson')(household.one, { id })).toMatchObject({ regularRider: '张师傅' })
  const { id: errandId } = await town.as('grandson')(errand.request, { ...lunch, householdId: id })
  expect(await town.as('desk')(errand.one, { id: errandId })).toMatchObject({ regularRiderId: personId('zhang') })
  expect(
    await refusal(town.as('grandson')(household.regular, { id, rev: await revOf(id), riderId: personId('li') })),
  ).toBe('FORBIDDEN')
  await named()
  expect(await town.as('desk')(household.one, { id })).not.toHaveProperty('regularRider')
})
