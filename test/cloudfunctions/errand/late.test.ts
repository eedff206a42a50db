import { errand } from '@domain/errand'
import { standing } from '@domain/errand/standing'
import { minuteMs } from '@domain/time'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'
import { inHand } from './in-hand'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const accepted = () => inHand(town)

test('来不及了: the desk has it among what is stuck with his guess, the family is told, and he is not blamed', async () => {
  const id = await accepted()
  expect(await refusal(town.as('zhang')(errand.late, { id, minutes: 20 }))).toBe('TOO_EARLY')
  town.cloud.clock.set(lunch.when.until + minuteMs)
  await town.as('zhang')(errand.late, { id, minutes: 20 })
  const now = town.cloud.clock.now()
  const words = async (openid: string, side: 'family' | 'desk' | 'rider') =>
    standing(await town.as(openid)(errand.one, { id }), side, now).words
  expect(await words('desk', 'desk')).toMatch(/^卡住：要晚.*张师傅说 11:21\u00a0前后到$/)
  expect(await words('daughter', 'family')).toMatch(/^比说好的晚了，张师傅说 11:21\u00a0前后到/)
  expect(await words('zhang', 'rider')).toBe('社区知道了，11:21\u00a0前后到，路上慢点')
  const { rows } = await town.as('daughter')(errand.inbox, {})
  expect(rows.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^比说好的晚了，张师傅说 11:21 前后到。口令 ..$/),
  )
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  expect(await town.as('desk')(errand.one, { id })).not.toHaveProperty('late')
})

test('who has it no more says nothing of it', async () => {
  const id = await accepted()
  town.cloud.clock.set(lunch.when.until + minuteMs)
  await town.as('zhang')(errand.handBack, { id, why: '车坏了', reason: 'vehicle' })
  expect(await refusal(town.as('zhang')(errand.late, { id, minutes: 10 }))).toBe('WRONG_STATE')
  expect(await refusal(town.as('li')(errand.late, { id, minutes: 10 }))).toBe('FORBIDDEN')
})

test('who gave it back is not told that another is in good time', async () => {
  const id = await accepted()
  await town.as('zhang')(errand.handBack, { id, why: '车坏了', reason: 'vehicle' })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
  await town.as('li')(errand.accept, { id })
  expect(await refusal(town.as('zhang')(errand.late, { id, minutes: 10 }))).toBe('WRONG_STATE')
})

test('没送成 is told with its code, and a reason of an older phone still reads', async () => {
  const first = await accepted()
  await town.as('zhang')(errand.fail, { id: first, why: '店关门了', reason: 'shopClosed', goodsAt: '没拿东西' })
  const told = await town.as('desk')(errand.one, { id: first })
  expect(told).toMatchObject({ reason: 'shopClosed', goodsAt: '没拿东西' })
  const second = await accepted()
  await town.as('zhang')(errand.fail, { id: second, why: '敲门没人应' })
  const old = await town.as('desk')(errand.one, { id: second })
  expect(old.reason).toBeUndefined()
  expect(standing(old, 'family', town.cloud.clock.now()).words).toBe('没送成：敲门没人应。社区正在重新安排')
})
