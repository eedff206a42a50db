import { errand } from '@domain/errand'
import { whileResting } from '@domain/rider/resting'
import { templateNames, templates } from '@domain/template'
import { minuteMs } from '@domain/time'
import { a, lunch, openTown, personId, type Town } from '../town'
import { inHand } from './in-hand'

let town: Town
beforeEach(async () => {
  town = await openTown()
  for (const name of templateNames) town.cloud.wechat.grants('zhang', templates[name].id, 10)
})
afterEach(() => town.close())

const riderId = personId('zhang')
const rings = () => town.cloud.wechat.notices('zhang').length
const rests = () => town.set('people', riderId, { hours: [], rev: 'resting' })
const reachOf = async (id: string, say: string) => {
  const { outbox = {} } = (await town.stored('errands', id)) as {
    outbox?: Record<string, { say: string; reach: string }>
  }
  return Object.values(outbox).find(told => told.say === say)?.reach
}
async function ring(): Promise<void> {
  town.cloud.clock.advance(minuteMs)
  await town.tick()
}
const atDoor = { money: { how: 'atDoor', capYuan: 50 } } as const

async function thankedAndPaid(): Promise<string> {
  const id = await inHand(town, atDoor)
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('zhang')(errand.bill, { id, fen: 3000 })
  await town.as('daughter')(errand.pay, { id, fen: 3000, riderId })
  await town.as('daughter')(errand.confirm, { id, thanks: true, riderId })
  return id
}

test('thanks and money wait in the 消息 of who rests, and nobody telephones him about them', async () => {
  await rests()
  const id = await thankedAndPaid()
  await ring()
  expect(rings()).toBe(0)
  expect([await reachOf(id, 'thanked'), await reachOf(id, 'paid')]).toEqual(['read', 'read'])
  const { rows } = await town.as('zhang')(errand.inbox, {})
  expect(rows.map(({ say }) => say)).toEqual(expect.arrayContaining(['thanked', 'paid']))
  expect((await town.as('desk')(errand.calls, { communityId: a })).rows.some(row => row.riderId === riderId)).toBe(
    false,
  )
})

test('on duty he hears of them at once', async () => {
  const id = await thankedAndPaid()
  await ring()
  expect([await reachOf(id, 'thanked'), await reachOf(id, 'paid')]).toEqual(['pushed', 'pushed'])
})

test('what he carries is told him at any hour; what he only was asked for is not', async () => {
  const id = await inHand(town, atDoor)
  const { id: other } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id: other, communityId: a, to: { riderId } })
  await ring()
  await rests()
  const before = rings()
  await town.as('desk')(errand.recall, { id: other, from: riderId })
  await ring()
  expect([rings() - before, await reachOf(other, 'recalled')]).toEqual([0, 'read'])
  await town.as('zhang')(errand.askMore, { id, fen: 6200 })
  await town.as('daughter')(errand.allowMore, { id, fen: 6200, riderId })
  await ring()
  await town.as('daughter')(errand.cancel, { id, why: '不用了', riderId })
  await ring()
  expect([await reachOf(id, 'moreAllowed'), await reachOf(id, 'cancelled')]).toEqual(['pushed', 'pushed'])
})

test('a word of the community waits for him once he has brought it', () => {
  expect([whileResting('fromDesk', true), whileResting('fromDesk', false)]).toEqual(['goes', 'waits'])
})
