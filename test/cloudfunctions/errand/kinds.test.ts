import { errand } from '@domain/errand'
import type { Ask } from '@domain/errand/ask'
import { momentOf } from '@domain/time'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const toZhang = { to: { riderId: personId('zhang') } }
const slot = (clock: string) => {
  const from = momentOf('2026-11-24', clock)
  return { from, until: from + 30 * 60_000 }
}
const ask = (more: Partial<Ask>, key?: string) => town.as('daughter')(errand.request, { ...lunch, ...more }, key)
const medicine = { kind: 'medicine', what: '降压药两盒', pickUp: '人民路药房', code: '12', health: true } as const
const offered = async (id: string) => {
  await town.as('desk')(errand.dispatch, { id, communityId: a, ...toZhang })
  const { rows } = await town.as('zhang')(errand.offers, {})
  return rows.find(row => row.id === id)
}

test('who carries a meal reads what the elder eats; who is asked does not', async () => {
  const { id } = await ask({ meal: { source: 'canteen', tastes: ['lessSalt', 'softer'] } })
  expect((await offered(id))?.meal).toBeUndefined()
  await town.as('zhang')(errand.accept, { id })
  const { meal } = await town.as('zhang')(errand.one, { id })
  expect(meal).toEqual({ source: 'canteen', tastes: ['lessSalt', 'softer'] })
})

test('no list and no notice ever names a drug', async () => {
  const { id } = await ask({ ...medicine, medicine: { paid: true } })
  await offered(id)
  const told = JSON.stringify([
    await town.stored('errands', id),
    await town.as('daughter')(errand.mine, {}),
    await town.as('desk')(errand.board, { communityId: a }),
    await town.as('desk')(errand.inbox, {}),
    await town.as('zhang')(errand.offers, {}),
  ])
  expect(told).not.toContain('降压')
  expect(told).toContain('人民路药房')
})

test('what is to be bought is read as one line by who is asked, and line by line by who goes', async () => {
  const lines = ['鸡蛋', '牛奶', '洗衣粉', '青菜', '豆腐', '酱油', '挂面'].map(name => ({
    name,
    amount: '一份，要新鲜',
  }))
  const { id } = await ask({ kind: 'shopping', what: '东西', shopping: { lines, ifNone: 'call' } })
  const before = await offered(id)
  expect(before?.what).toBe('鸡蛋、牛奶等 7 样')
  expect(before?.shopping).toBeUndefined()
  await town.as('zhang')(errand.accept, { id })
  expect((await town.as('zhang')(errand.one, { id })).shopping).toEqual({ lines, ifNone: 'call' })
})

test('the code of a parcel is read by whoever has it, and by nobody before', async () => {
  const { id } = await ask({ kind: 'parcel', what: '取', parcel: { way: 'fetch' }, code: '5-2-8013' })
  const before = await offered(id)
  expect([before?.what, before?.code]).toEqual(['取快递', undefined])
  expect((await town.as('desk')(errand.one, { id })).code).toBeUndefined()
  await town.as('zhang')(errand.accept, { id })
  expect((await town.as('zhang')(errand.one, { id })).code).toBe('5-2-8013')
})

test('answers of another kind than the one asked for are refused', async () => {
  expect(await refusal(ask({ parcel: { way: 'fetch' } }))).toBe('BAD_INPUT')
})

test('words of a list that wait for the desk are read by nobody else, neither in the line nor in the lines', async () => {
  const lines = [{ name: '[[review]]米' }, { name: '油' }]
  const { id } = await ask({ kind: 'shopping', what: '东西', shopping: { lines } })
  await offered(id)
  await town.as('zhang')(errand.accept, { id })
  expect(JSON.stringify(await town.as('zhang')(errand.one, { id }))).not.toContain('米')
  expect((await town.as('desk')(errand.one, { id })).what).toBe('[[review]]米、油')
})

const trip: Partial<Ask> = {
  kind: 'ride',
  what: '送考生',
  pickUp: undefined,
  when: slot('07:30'),
  money: { how: 'none' },
  ride: { place: '第一中学', leg: 'there', back: slot('11:30'), ticketAt: '书包里' },
}

test('both ways of an examination are two errands of one trip, made once by however many taps', async () => {
  const key = newKey()
  const { id } = await ask(trip, key)
  await ask(trip, key)
  const { rows } = await town.as('daughter')(errand.mine, {})
  const legs = rows.map(row => [row.ride?.leg, row.what, row.when?.from, row.tripId])
  expect(legs).toHaveLength(2)
  expect(legs).toContainEqual(['there', '送考生去第一中学', slot('07:30').from, id])
  expect(legs).toContainEqual(['back', '从第一中学接考生回家', slot('11:30').from, id])
})

test('words of a trip that wait are covered on both legs', async () => {
  const { id } = await ask({ ...trip, ride: { place: '[[review]]某校', leg: 'there', back: slot('11:30') } })
  for (const leg of [id, `${id}-back`]) {
    await offered(leg)
    await town.as('zhang')(errand.accept, { id: leg })
    expect(JSON.stringify(await town.as('zhang')(errand.one, { id: leg }))).not.toContain('某校')
  }
})

test('nobody is fetched before he was brought', async () => {
  expect(await refusal(ask({ ...trip, ride: { place: '一中', leg: 'there', back: slot('07:00') } }))).toBe('BACK_FIRST')
})

test('an older phone, which asks none of this, is answered as before', async () => {
  const { id } = await ask({ kind: 'shopping', what: '一袋米，一壶油', note: '没有就不买' })
  expect(await town.as('daughter')(errand.one, { id })).toMatchObject({ what: '一袋米，一壶油', note: '没有就不买' })
})
