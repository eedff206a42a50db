import { errand } from '@domain/errand'
import { moneyStanding } from '@domain/errand/money'
import { a, newKey, openTown, personId, refusal, type Town } from '../town'
import { inHand } from './in-hand'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const atDoor = { money: { how: 'atDoor', capYuan: 50 } } as const

const accepted = (more: object = atDoor) => inHand(town, more)
async function brought(more?: object): Promise<string> {
  const id = await accepted(more)
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  return id
}
const bill = (id: string, fen: number, receipt?: string) =>
  town.as('zhang')(errand.bill, { id, fen, ...(receipt && { receipt }) })
const open = async () => (await town.as('desk')(errand.accounts, { communityId: a })).rows.map(({ id }) => id)
const pay = (id: string, fen: number) => town.as('daughter')(errand.pay, { id, fen, riderId: personId('zhang') })
const receive = (id: string, fen: number) => town.as('zhang')(errand.receive, { id, fen })

test.each([
  ['she first', [pay, receive]],
  ['he first', [receive, pay]],
])('a sum is open until both have said so, %s', async (_who, [first, second]) => {
  const id = await brought()
  expect(await open()).toEqual([id])
  await bill(id, 3250)
  await town.as('daughter')(errand.confirm, { id })
  await first?.(id, 3250)
  expect(await open()).toEqual([id])
  await second?.(id, 3250)
  expect(await open()).toEqual([])
  expect(await town.stored('errands', id)).toMatchObject({ account: 'settled', bill: { fen: 3250 } })
})

test('both at once settle it once', async () => {
  const id = await brought()
  await bill(id, 3250)
  await Promise.all([pay(id, 3250), receive(id, 3250)])
  expect(await town.stored('errands', id)).toMatchObject({ account: 'settled' })
})

test('a tap tried again says nothing twice', async () => {
  const id = await brought()
  await bill(id, 3250)
  const key = newKey()
  const said = { id, fen: 3250, riderId: personId('zhang') }
  const first = await town.as('daughter')(errand.pay, said, key)
  await receive(id, 3250)
  expect(await town.as('daughter')(errand.pay, said, key)).toEqual(first)
})

test('yes is said to the sum that was read, not to one that came meanwhile', async () => {
  const id = await brought()
  await bill(id, 3250)
  await bill(id, 4250)
  expect(await refusal(pay(id, 3250))).toBe('WRONG_STATE')
})

test('a sum that is mended keeps the photo of its receipt', async () => {
  const id = await brought()
  const receipt = await town.file(`photo/e-${id}-x1.jpg`)
  await bill(id, 3250, receipt)
  await bill(id, 2350)
  expect(await town.stored('errands', id)).toMatchObject({ bill: { fen: 2350, receipt } })
})

test('for a household without the app the desk says both after a call', async () => {
  const id = await brought()
  await bill(id, 1000)
  await town.as('desk')(errand.pay, { id, fen: 1000 })
  await town.as('desk')(errand.receive, { id, fen: 1000 })
  expect(await open()).toEqual([])
})

test.each([
  ['begins anew', errand.reopen, {}],
  ['is given to the next', errand.dispatch, { communityId: a, to: { riderId: personId('li') } }],
  ['is put to everybody', errand.dispatch, { communityId: a, to: 'pool', lifted: true }],
  ['is taken back', errand.cancel, { why: '不要了', riderId: personId('zhang') }],
] as const)(
  'an errand %s only when what the rider laid out is settled, and nothing of it is lost',
  async (_how, op, said) => {
    const id = await brought()
    await bill(id, 3250)
    await town.as('daughter')(errand.dispute, { id, why: '少了一袋' })
    await town.as('desk')(errand.giveUp, { id, why: '是少了' })
    const tap = () => town.as('desk')(op, { id, ...said })
    await expect(tap()).rejects.toMatchObject({ sentence: '师傅垫的 32.50 元还没算清，算清了再来' })
    const together = { communityId: a, list: [{ id, riderId: personId('li') }] }
    const { rows } = await town.as('desk')(errand.dispatchMany, together)
    expect(rows).toMatchObject([{ id, code: 'SETTLE_FIRST', detail: { why: ' 32.50 元' } }])
    expect(await town.stored('errands', id)).toMatchObject({ state: 'failed', account: 'open', bill: { fen: 3250 } })
    await town.as('desk')(errand.pay, { id, fen: 3250 })
    await town.as('desk')(errand.receive, { id, fen: 3250 })
    expect(await tap()).toMatchObject({ state: op.moves.to })
  },
)

test.each([
  ['nothing spent', 'begun anew', 0],
  ['a sum both called settled', 'begun anew', 3250],
  ['nothing spent', 'given to another', 0],
] as const)('after %s, an errand that is %s has an account of its own for the next rider', async (_what, how, fen) => {
  const id = await brought()
  await bill(id, fen)
  if (fen > 0) await pay(id, fen)
  if (fen > 0) await receive(id, fen)
  await town.as('daughter')(errand.dispute, { id, why: '不是这家' })
  await town.as('desk')(errand.giveUp, { id, why: '送错了' })
  if (how === 'begun anew') await town.as('desk')(errand.reopen, { id })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
  await town.as('li')(errand.accept, { id })
  await town.as('li')(errand.deliver, { id, how: 'person' })
  expect(await open()).toEqual([id])
  const [card] = (await town.as('li')(errand.offers, {})).rows
  expect(card && moneyStanding(card, 'rider')).toBe('写一下花了多少')
})

test('what was bought is not handed back unsaid: 没送成 keeps the sum', async () => {
  const id = await accepted()
  const back = (goodsAt: string) => town.as('zhang')(errand.handBack, { id, why: '车坏了', goodsAt })
  for (const place of ['在我手上', '门卫那里，左边']) expect(await refusal(back(place))).toBe('LAID_OUT')
  await town.as('zhang')(errand.fail, { id, why: '车坏了', goodsAt: '门卫那里' })
  const his = async () => (await town.as('zhang')(errand.offers, {})).rows.map(row => moneyStanding(row, 'rider'))
  expect([await open(), await his()]).toEqual([[id], ['写一下花了多少']])
  await bill(id, 3250)
  expect([await open(), await his()]).toEqual([[id], ['32.50 元，等家里给']])
  const paid = await accepted({ note: '付好的' })
  await town.as('zhang')(errand.handBack, { id: paid, why: '车坏了', goodsAt: '在我手上' })
  const unbought = await accepted()
  await town.as('zhang')(errand.handBack, { id: unbought, why: '车坏了', goodsAt: '没拿东西' })
  expect(await refusal(town.as('zhang')(errand.handBack, { id: unbought, why: '车坏了', goodsAt: '在我手上' }))).toBe(
    'WRONG_STATE',
  )
})

test('what was bought and could not be given is owed as well', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.depart, { id })
  await town.as('zhang')(errand.fail, { id, why: '家里没人' })
  const his = async () => (await town.as('zhang')(errand.offers, {})).rows.map(row => row.id)
  expect([await open(), await his()]).toEqual([[], []])
  await town.as('desk')(errand.bill, { id, fen: 3250 })
  expect([await open(), await his()]).toEqual([[id], [id]])
  await town.as('desk')(errand.pay, { id, fen: 3250 })
  await receive(id, 3250)
  expect([await open(), await his()]).toEqual([[], []])
})

test('nothing spent is settled at once', async () => {
  const id = await brought()
  await bill(id, 0)
  expect(await open()).toEqual([])
})

test('above the cap somebody says yes first, to that sum and no more', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.askMore, { id, fen: 6200 })
  expect(await refusal(town.as('daughter')(errand.allowMore, { id, fen: 9900 }))).toBe('WRONG_STATE')
  await town.as('daughter')(errand.allowMore, { id, fen: 6200, riderId: personId('zhang') })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  expect(await refusal(bill(id, 6300))).toBe('OVER_CAP')
  await bill(id, 6200)
})

test('nobody writes more than the cap without a word', async () => {
  const id = await brought()
  expect(await refusal(bill(id, 5001))).toBe('OVER_CAP')
  await bill(id, 5000)
})

test('where nothing was to be paid at the door no sum is written', async () => {
  const id = await brought({ money: { how: 'paid' } })
  expect(await refusal(bill(id, 100))).toBe('WRONG_STATE')
  expect(await open()).toEqual([])
})

test('a receipt of another errand is refused, and so is a photo of the goods', async () => {
  const [id, other] = [await brought(), await accepted()]
  const receipt = await town.file(`photo/e-${other}-x1.jpg`)
  expect(await refusal(bill(id, 100, receipt))).toBe('OTHERS_PHOTO')
  expect(await refusal(bill(id, 100, await town.file('photo/nobody.jpg')))).toBe('OTHERS_PHOTO')
  const photo = await town.file(`photo/e-${id}-x1.jpg`)
  expect(await refusal(town.as('zhang')(errand.deliver, { id: other, how: 'photo', photo }))).toBe('OTHERS_PHOTO')
})

test('the receipt is seen by the family, the desk, and the rider until it is settled; by nobody else', async () => {
  const id = await brought()
  const receipt = await town.file(`photo/e-${id}-x1.jpg`)
  await bill(id, 3250, receipt)
  await town.cloud.deliverMessages()
  town.cloud.clock.advance(3 * 3_600_000)
  const look = (who: string) => town.as(who)(errand.receipt, { id })
  for (const who of ['daughter', 'desk', 'zhang']) expect((await look(who)).waits ?? 'seen').toBeTruthy()
  expect(await refusal(look('li'))).toBe('FORBIDDEN')
  expect((await town.as('zhang')(errand.one, { id })).bill?.fen).toBe(3250)
  await pay(id, 3250)
  await receive(id, 3250)
  expect(await refusal(look('zhang'))).toBe('FORBIDDEN')
  expect((await town.as('zhang')(errand.one, { id })).bill).toBeUndefined()
})

test('who is owed finds it on his page days later', async () => {
  const id = await brought()
  await town.as('daughter')(errand.confirm, { id })
  town.cloud.clock.advance(3 * 86_400_000)
  const mine = async () => (await town.as('zhang')(errand.offers, {})).rows.map(row => row.id)
  expect(await mine()).toEqual([id])
  await bill(id, 0)
  expect(await mine()).toEqual([])
})
