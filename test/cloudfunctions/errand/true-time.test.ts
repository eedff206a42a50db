import { errand } from '@domain/errand'
import { dayMs, minuteMs } from '@domain/time'
import { a, lunch, morning, newKey, openTown, personId, refusal, type Town } from '../town'
import { inHand } from './in-hand'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const accepted = () => inHand(town)

test('what was done in the basement is told with both times, and the clock counts by its own', async () => {
  const id = await accepted()
  town.cloud.clock.advance(23 * minuteMs)
  await town.as('zhang')(errand.deliver, { id, how: 'person', happenedAt: morning })
  const seen = await town.as('daughter')(errand.one, { id })
  expect(seen).toMatchObject({ state: 'delivered', happenedAt: morning })
  expect(seen.deliveredAt).toBeGreaterThanOrEqual(morning + 23 * minuteMs)
  expect(seen.timeline?.at(-1)).toMatchObject({ verb: 'deliver', at: seen.deliveredAt, happenedAt: morning })
})

test.each([
  ['the moment of the call', 0],
  ['the future', -10 * minuteMs],
  ['two days ago', 2 * dayMs],
])('a phone that says %s is not written down', async (_, agoMs) => {
  const id = await accepted()
  await town.as('zhang')(errand.depart, { id, happenedAt: morning - agoMs })
  const seen = await town.as('daughter')(errand.one, { id })
  expect(seen.happenedAt).toBeUndefined()
  expect(seen.timeline?.at(-1)).not.toHaveProperty('happenedAt')
})

test('an outbox that is sent twice happens once, with the time of the first', async () => {
  const id = await accepted()
  town.cloud.clock.advance(10 * minuteMs)
  const taps = [
    [errand.depart, { id, happenedAt: morning + minuteMs }, newKey()],
    [errand.deliver, { id, how: 'person', happenedAt: morning + 2 * minuteMs }, newKey()],
  ] as const
  const sent = async () => {
    for (const [row, input, key] of taps) await town.as('zhang')(row, input as never, key)
  }
  await sent()
  town.cloud.clock.advance(minuteMs)
  await sent()
  const { timeline = [] } = await town.as('daughter')(errand.one, { id })
  expect(timeline.map(({ verb }) => verb)).toEqual(['request', 'dispatch', 'accept', 'depart', 'deliver'])
})

test('what comes from the basement after it was cancelled, or given to another, changes nothing', async () => {
  const cancelled = await accepted()
  await town.as('daughter')(errand.cancel, { id: cancelled, why: '不用了', riderId: personId('zhang') })
  const given = await accepted()
  await town.as('desk')(errand.reassign, {
    id: given,
    communityId: a,
    to: { riderId: personId('li') },
    from: personId('zhang'),
  })
  for (const id of [cancelled, given])
    expect(await refusal(town.as('zhang')(errand.deliver, { id, how: 'person', happenedAt: morning }))).toBe(
      'WRONG_STATE',
    )
})

test('the photo of one errand cannot be another’s', async () => {
  const id = await accepted()
  const other = await town.as('daughter')(errand.request, lunch)
  for (const name of [`e-${other.id}-a`, 'lunch', `x-e-${id}-a`]) {
    const photo = await town.file(`photo/${name}.jpg`)
    expect(await refusal(town.as('zhang')(errand.deliver, { id, how: 'photo', photo }))).toBe('OTHERS_PHOTO')
  }
  const own = await town.file(`photo/e-${id}-a.jpg`)
  await town.as('zhang')(errand.deliver, { id, how: 'photo', photo: own })
})
