import { errand } from '@domain/errand'
import { moneyStanding } from '@domain/errand/money'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'
import { inHand } from './in-hand'

/** What a rider laid out is not lost with the errand that is taken from him. */
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const atDoor = { money: { how: 'atDoor', capYuan: 50 } } as const
const accepted = (more: object = atDoor) => inHand(town, more)
const bill = (id: string, fen: number) => town.as('zhang')(errand.bill, { id, fen })
const open = async () => (await town.as('desk')(errand.accounts, { communityId: a })).rows.map(({ id }) => id)

test('what is called off while he has it may have been bought: for two days he is asked, and what he paid is owed', async () => {
  const his = async () => (await town.as('zhang')(errand.offers, {})).rows.map(row => moneyStanding(row, 'rider'))
  const [unbought, bought, unsaid] = [await accepted(), await accepted(), await accepted({ rider: 'li', ...atDoor })]
  const cancel = (id: string, rider = 'zhang') =>
    town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId(rider) })
  await town.as('zhang')(errand.depart, { id: bought })
  await cancel(unbought)
  await town.as('desk')(errand.callOff, { id: bought, why: '打过电话了，家里不用了', riderId: personId('zhang') })
  await cancel(unsaid, 'li')
  const asks = '要是已经买了，写一下花了多少'
  expect([await open(), await his()]).toEqual([[], [asks, asks]])
  await bill(unbought, 0)
  await bill(bought, 3250)
  expect([await open(), await his()]).toEqual([[bought], ['32.50 元，等家里给']])
  await town.as('daughter')(errand.pay, { id: bought, fen: 3250 })
  await town.as('zhang')(errand.receive, { id: bought, fen: 3250 })
  expect([await open(), await his()]).toEqual([[], []])
  town.cloud.clock.advance(48 * 3_600_000)
  expect((await town.as('li')(errand.offers, {})).rows).toEqual([])
  expect(await refusal(town.as('li')(errand.bill, { id: unsaid, fen: 100 }))).toBe('WRONG_STATE')
})

test('nobody asks who called it off the day before whether he has bought', async () => {
  const day = 86_400_000
  const id = await accepted({ ...atDoor, when: { from: lunch.when.from + day, until: lunch.when.until + day } })
  await town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId('zhang') })
  expect((await town.as('zhang')(errand.offers, {})).rows).toEqual([])
})

test('from who is on his way and lays out the money it is taken only once he was asked', async () => {
  const id = await accepted()
  const li = { riderId: personId('li') }
  const change = (more: object = {}) =>
    town.as('desk')(errand.reassign, { id, communityId: a, to: li, from: personId('zhang'), ...more })
  const relieve = (more: object = {}) =>
    town.as('desk')(errand.relieve, {
      communityId: a,
      riderId: personId('zhang'),
      absent: 'ill',
      list: [{ id, ...more }],
    })
  await town.as('zhang')(errand.depart, { id })
  expect(await refusal(change())).toBe('ASK_BOUGHT')
  expect(await refusal(change({ from: personId('li') }))).toBe('WRONG_STATE')
  for (const to of [{}, { to: personId('li') }]) {
    expect((await relieve(to)).rows).toMatchObject([{ id, code: 'ASK_BOUGHT' }])
    expect((await relieve({ ...to, goodsAt: '门卫那里' })).rows).toMatchObject([{ id, code: 'LAID_OUT' }])
  }
  expect(await town.stored('errands', id)).toMatchObject({ state: 'underway', riderId: personId('zhang') })
  expect(await refusal(change({ goodsAt: '在我手上' }))).toBe('LAID_OUT')
  expect(await change({ goodsAt: '没拿东西' })).toMatchObject({ state: 'dispatched' })
  const [other, paid] = [await accepted(), await accepted({ money: { how: 'paid' } })]
  for (const one of [other, paid]) await town.as('zhang')(errand.depart, { id: one })
  const list = [
    { id: other, goodsAt: '还在店里' as const },
    { id: paid, goodsAt: '门卫那里' as const },
  ]
  const { rows } = await town.as('desk')(errand.relieve, {
    communityId: a,
    riderId: personId('zhang'),
    absent: 'ill',
    list,
  })
  expect(rows.map(({ state }) => state)).toEqual(['requested', 'requested'])
  expect(await town.stored('errands', paid)).toMatchObject({ goodsAt: '门卫那里' })
})

test('what he fetched and could not give goes to nobody else before he has written what he paid', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.fail, { id, why: '家里没人', goodsAt: '门卫那里，左边' })
  const next = { id, communityId: a, to: { riderId: personId('li') } }
  const taps = [
    () => town.as('desk')(errand.dispatch, next),
    () => town.as('desk')(errand.reopen, { id }),
    () => town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId('zhang') }),
  ]
  for (const tap of taps) await expect(tap()).rejects.toMatchObject({ sentence: '师傅垫的钱还没算清，算清了再来' })
  await bill(id, 0)
  expect(await town.as('desk')(errand.dispatch, next)).toMatchObject({ state: 'dispatched' })
})

test('what he says that he brought and wrote no sum for begins anew no sooner', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('daughter')(errand.dispute, { id, why: '没收到' })
  const reopen = () => town.as('desk')(errand.reopen, { id })
  expect(await refusal(reopen())).toBe('SETTLE_FIRST')
  await town.as('desk')(errand.giveUp, { id, why: '是没收到' })
  expect(await refusal(reopen())).toBe('SETTLE_FIRST')
  await bill(id, 0)
  expect(await reopen()).toMatchObject({ state: 'requested' })
})

test('what failed before anything was fetched goes on at once', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.fail, { id, why: '店关门了', goodsAt: '还在店里' })
  const next = { id, communityId: a, to: { riderId: personId('li') } }
  expect(await town.as('desk')(errand.dispatch, next)).toMatchObject({ state: 'dispatched' })
})

test('what was called off over the years crowds out nothing that is owed', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  const old = { communityId: a, account: 'open', state: 'cancelled', rev: 'r0', touchedAt: 0, closedAt: 1, dueAt: 9e15 }
  await town.put('errands', ...Array.from({ length: 300 }, (_, i) => ({ ...old, _id: `old${i}`, slot: `old${i}` })))
  expect(await open()).toEqual([id])
})
