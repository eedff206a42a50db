import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { traces, upload } from '../privacy/store'
import { askIn, granny, openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const why = 'family' as const
const desk = () => town.as('desk')
const said = async (openid: string) => (await town.as(openid)(household.news, {})).rows.map(row => row.sentence)

interface Home {
  id: string
  errandId: string
  photo: string
}

/** 刘奶奶's household as it stands after half a year: two relatives, one who was refused, a code, looks, and an errand that was brought. */
async function lived(): Promise<Home> {
  const id = await openGranny(town)
  const [grandson, zhang] = [town.as('grandson'), town.as('zhang')]
  await grandson(household.bind, { id: await askIn(town, id, 'grandson', 'aunt') })
  await grandson(household.refuse, { id: await askIn(town, id, 'grandson', 'cousin', '生人') })
  await desk()(household.edit, { id, rev: await revOf(id), note: '[[review]]饭放柜子上' })
  await desk()(household.regular, { id, rev: await revOf(id), riderId: personId('zhang') })
  await grandson(household.reveal, { id })
  const wish = { ...lunch, householdId: id, note: '[[review]]软一点', code: '7788' }
  const { id: errandId } = await grandson(errand.request, wish)
  await desk()(errand.verify, { id: errandId, householdId: id })
  await desk()(errand.dispatch, { id: errandId, communityId: a, to: { riderId: personId('zhang') } })
  await zhang(errand.accept, { id: errandId })
  await zhang(errand.reveal, { id: errandId, householdId: id })
  const photo = await upload(`photo/e-${errandId}-a.jpg`)
  await zhang(errand.deliver, { id: errandId, how: 'photo', photo })
  await askIn(town, id, 'grandson', 'uncle', '刘叔')
  return { id, errandId, photo }
}

const revOf = async (id: string) => String((await town.stored('households', id))?.rev)
const confirmed = async (): Promise<Home> => {
  const home = await lived()
  await town.as('grandson')(errand.confirm, { id: home.errandId, thanks: true, riderId: personId('zhang') })
  return home
}

const words = ['刘奶奶', '"301"', '08580000123', '座机', '"1号楼"', '柜子', '软一点', '"7788"']

/** Where anything stands that says whose home it was, where it is and how to reach it. */
async function leftOf({ id, photo }: Home): Promise<string[]> {
  const found = await traces([...words, id, photo])
  return found.filter(trace => !/^removals \S+ householdId$|^communities \S+ compounds$/.test(trace))
}

test('of a household that the desk removes nothing is left, and the errands it had stay counted', async () => {
  const home = await confirmed()
  expect((await leftOf(home)).length).toBeGreaterThan(10)
  await desk()(household.remove, { id: home.id, why })
  expect(await leftOf(home)).toEqual([])
  expect(await town.stored('errands', home.errandId)).toMatchObject({ state: 'confirmed', kind: 'meal' })
  expect((await town.stored('errands', home.errandId))?.regularRiderId).toBeUndefined()
  expect((await desk()(household.list, { communityId: a })).rows.map(({ id }) => id)).toEqual(['h-father'])
})

test('whoever was bound to it, or had asked, reads that it is gone and is bound to it no more', async () => {
  const { id } = await confirmed()
  const before = Number((await town.stored('people', personId('aunt')))?.toldAt)
  town.cloud.clock.advance(1000)
  await desk()(household.remove, { id, why })
  expect(await said('aunt')).toContain('社区删掉了妈妈的记录，要人帮忙请打电话给社区')
  expect(await said('grandson')).toContain('社区删掉了奶奶的记录，要人帮忙请打电话给社区')
  expect(await said('uncle')).toContain('社区删掉了妈妈的记录，要人帮忙请打电话给社区')
  expect(await said('cousin')).toEqual([])
  const aunt = await town.stored('people', personId('aunt'))
  expect(aunt).toMatchObject({ households: [], memberships: [] })
  expect(Number(aunt?.toldAt)).toBeGreaterThan(before)
  expect(await refusal(town.as('aunt')(household.one, { id }))).toBe('FORBIDDEN')
})

test('while an errand of hers is open it is refused, and says how many; nothing is touched', async () => {
  const { id } = await lived()
  const failure = await desk()(household.remove, { id, why }).catch(error => error)
  expect(failure).toMatchObject({ code: 'OPEN_ERRANDS', sentence: '这家还有 1 单没办完，先办完或取消再来删' })
  expect(await town.as('grandson')(household.one, { id })).toMatchObject({ elder: '刘奶奶' })
  expect(await town.as('aunt')(household.news, {})).not.toMatchObject({ rows: [{ say: 'close' }] })
})

test('only the desk of her community removes it, and says why', async () => {
  const { id } = await confirmed()
  for (const other of ['grandson', 'zhang', 'neighbour', 'desk-b', 'guest'])
    expect(await refusal(town.as(other)(household.remove, { id, why }))).toBe('FORBIDDEN')
  const bare = await town.raw('desk', 'household', { verb: 'remove', input: { id }, key: newKey() })
  expect(bare).toMatchObject({ code: 'BAD_INPUT', detail: { why: '请选一个原因' } })
  expect(await town.stored('households', id)).toBeDefined()
})

test('the same tap again is answered as the first, with another key there is nothing any more', async () => {
  const { id } = await confirmed()
  const key = newKey()
  const first = await desk()(household.remove, { id, why }, key)
  expect(await desk()(household.remove, { id, why }, key)).toEqual(first)
  expect(await refusal(desk()(household.remove, { id, why: 'died' }, key))).toBe('KEY_REUSED')
  expect(await refusal(desk()(household.remove, { id, why }))).toBe('NOT_FOUND')
})

test('she can be written down anew afterwards, by the same relative', async () => {
  const { id } = await confirmed()
  await desk()(household.remove, { id, why })
  const anew = await town.as('grandson')(household.add, granny)
  expect(await town.as('grandson')(household.one, { id: anew.id })).toMatchObject({ elder: '刘奶奶', my: ['family'] })
  await desk()(household.remove, { id: anew.id, why })
  expect(await refusal(town.as('grandson')(household.one, { id: anew.id }))).toBe('FORBIDDEN')
})

test('wherever it dies, another tap brings it to the same end', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  let deaths = 0
  for (let nth = 1; ; nth += 2) {
    const home = await confirmed()
    town.cloud.resetStats()
    town.cloud.faults.add({
      on: 'request',
      fn: 'household',
      verb: 'remove',
      nth,
      fault: { kind: 'kill', when: 'before' },
    })
    const key = newKey()
    await refusal(desk()(household.remove, { id: home.id, why }, key))
    town.cloud.faults.clear()
    if (Object.keys(town.cloud.stats().faults).length === 0) break
    deaths += 1
    await desk()(household.remove, { id: home.id, why }, nth % 4 === 1 ? key : newKey())
    expect([nth, await leftOf(home)]).toEqual([nth, []])
    expect([nth, await said('aunt')]).toEqual([nth, expect.arrayContaining([expect.stringMatching('社区删掉了妈妈')])])
    expect((await town.stored('people', personId('aunt')))?.households).toEqual([])
    await town.close()
    town = await openTown()
  }
  expect(deaths).toBeGreaterThan(6)
  jest.restoreAllMocks()
})
