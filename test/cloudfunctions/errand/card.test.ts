import { errand } from '@domain/errand'
import { dayMs } from '@domain/time'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const tomorrow = { ...lunch, when: { from: lunch.when.from + dayMs, until: lunch.when.until + dayMs } }
const ask = async () => (await town.as('daughter')(errand.request, tomorrow)).id
const turned = (activity?: string) =>
  town.cloud.wechat.asked().filter(asked => asked.what === 'activity' && asked.id === activity)
async function accept(id: string): Promise<void> {
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
}
const deliver = (id: string) => town.as('zhang')(errand.deliver, { id, how: 'person' })

test('everybody who shares an errand shares one live card, and it turns once when somebody accepts', async () => {
  const id = await ask()
  const { id: card } = await town.as('daughter')(errand.card, { id })
  expect(card).toMatch(/^activity-/)
  expect(await town.as('desk')(errand.card, { id })).toEqual({ id: card })
  await town.tick()
  expect(turned(card)).toEqual([])
  await accept(id)
  await town.tick()
  await town.tick()
  expect(turned(card)).toMatchObject([{ state: 1, parameters: { path: `pages/errand/one/index?id=${id}` } }])
  await deliver(id)
  await town.as('daughter')(errand.confirm, { id })
  await town.tick()
  expect(turned(card)).toHaveLength(1)
})

test('a card whose errand is no longer wanted does not go on asking', async () => {
  const id = await ask()
  const { id: card } = await town.as('daughter')(errand.card, { id })
  await town.as('daughter')(errand.cancel, { id, why: '不用了' })
  await town.tick()
  expect(turned(card)).toMatchObject([{ state: 1 }])
})

test('a card that WeChat has forgotten fails no errand', async () => {
  const id = await ask()
  const { id: card } = await town.as('daughter')(errand.card, { id })
  town.cloud.wechat.activities.drop(card ?? '')
  await accept(id)
  await town.tick()
  expect(turned(card)).toEqual([])
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', card: { turned: true } })
  await deliver(id)
})

test('after a day the next share makes a new card', async () => {
  const id = await ask()
  const { id: card } = await town.as('daughter')(errand.card, { id })
  town.cloud.clock.advance(dayMs + 1)
  const { id: next } = await town.as('daughter')(errand.card, { id })
  expect(next).toMatch(/^activity-/)
  expect(next).not.toBe(card)
})

test('what is not waiting for anybody gets an ordinary card, and strangers get none', async () => {
  town.cloud.clock.set(lunch.when.from)
  const id = await ask()
  for (const openid of ['neighbour', 'desk-b', 'zhang', 'guest'])
    expect(await refusal(town.as(openid)(errand.card, { id }))).toBe('FORBIDDEN')
  await accept(id)
  expect(await town.as('daughter')(errand.card, { id })).toEqual({})
})
