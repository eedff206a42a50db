import { errand } from '@domain/errand'
import { hourMs, minuteMs } from '@domain/time'
import { a, b, instance, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
let answering: ReturnType<typeof instance>
beforeEach(async () => {
  answering = instance()
  town = await openTown(name => answering.get(name) ?? Promise.reject)
})
afterEach(() => town.close())

const ask = async () => (await town.as('daughter')(errand.request, lunch)).id
const stored = (id: string) => town.stored('errands', id)
const toPool = (id: string) => town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
const stop = (key?: string) =>
  town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until: town.cloud.clock.now() + 2 * hourMs }, key)
const settleDown = async () => {
  for (let i = 0; i < 3; i++) await town.tick()
}
const later = async (minutes: number) => {
  town.cloud.clock.advance(minutes * minuteMs)
  await settleDown()
}
const told = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(({ sentence }) => sentence)
/** An errand in each hand of a community: waiting, offered to all, offered to one, on its way. */
async function everything() {
  const waiting = await ask()
  const pooled = await ask()
  await toPool(pooled)
  const named = await ask()
  await town.as('desk')(errand.dispatch, { id: named, communityId: a, to: { riderId: personId('li') } })
  const carried = await ask()
  await toPool(carried)
  await town.as('zhang')(errand.accept, { id: carried })
  await town.as('zhang')(errand.depart, { id: carried })
  return { waiting, pooled, named, carried }
}

test('in bad weather one tap holds a whole community: nothing is given out or taken, and everybody is told', async () => {
  const { waiting, pooled, named } = await everything()
  await stop()
  expect(await refusal(toPool(waiting))).toBe('STOPPED')
  expect(await refusal(town.as('li')(errand.accept, { id: pooled }))).toBe('STOPPED')
  expect(await refusal(town.as('li')(errand.accept, { id: named }))).toBe('STOPPED')
  const byPhone = { id: waiting, communityId: a, by: { riderId: personId('li') } }
  expect(await refusal(town.as('desk')(errand.agree, byPhone))).toBe('STOPPED')
  // The weather is nothing to the desk that goes itself: it read an old board.
  const self = { id: waiting, communityId: a, by: 'self' as const, from: personId('zhang') }
  expect(await refusal(town.as('desk')(errand.agree, self))).toBe('WRONG_STATE')
  expect((await town.as('li')(errand.offers, {})).rows).toEqual([])
  expect(await told('daughter')).toContain('天气不好（暴雨），社区停一停，过后接着安排')
  expect(await told('zhang')).toContain('天气不好（暴雨），停稳、安全第一。去不了就转回社区')
})

test('what comes meanwhile waits; at its time the stop ends by itself, and the clocks begin anew', async () => {
  const { waiting, pooled, named } = await everything()
  await stop()
  const meanwhile = await ask()
  expect(await stored(meanwhile)).toMatchObject({ state: 'requested', stop: { why: '暴雨' } })

  await later(110)
  for (const id of [waiting, pooled, named, meanwhile]) expect(await stored(id)).not.toHaveProperty('escalated')
  await later(11)
  for (const id of [waiting, pooled, named, meanwhile]) {
    expect(await stored(id)).not.toHaveProperty('stop')
    expect(await stored(id)).not.toHaveProperty('escalated')
  }
  expect(await told('daughter')).toContain('社区恢复派单了，接着安排')
  await town.as('li')(errand.accept, { id: named })
  await later(11)
  expect(await stored(waiting)).toMatchObject({ escalated: { why: 'waitsLong' } })
})

test('a second tap ends it at once', async () => {
  const { waiting, pooled } = await everything()
  await stop()
  await town.as('desk')(errand.goOn, { communityId: a })
  await town.as('li')(errand.accept, { id: pooled })
  await toPool(waiting)
  expect(await stored(await ask())).not.toHaveProperty('stop')
  await settleDown()
  expect(await told('daughter')).toContain('社区恢复派单了，接着安排')
})

test('what is in hand may be brought or handed back; the community itself may go', async () => {
  const { waiting, carried } = await everything()
  await stop()
  await town.as('zhang')(errand.handBack, { id: carried, why: '雨太大' })
  expect(await refusal(toPool(carried))).toBe('STOPPED')
  await town.as('desk')(errand.agree, { id: waiting, communityId: a, by: 'self' })
  expect(await stored(waiting)).toMatchObject({ state: 'accepted', riderName: '李书记' })
})

test('an acceptance and the stop at one moment: it is in hand and he is told, or it is stopped', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, ask))
  for (const id of ids) await toPool(id)
  const takes = ids.slice(0, 2).map(id => town.as('zhang')(errand.accept, { id }))
  const others = ids.slice(2, 4).map(id => town.as('li')(errand.accept, { id }))
  await Promise.allSettled([...takes, stop(), ...others])
  for (const id of ids) {
    const record = (await stored(id)) as {
      state: string
      riderId?: string
      stop?: object
      outbox: Record<string, { to: string; say: string }>
    }
    expect(record.stop).toMatchObject({ why: '暴雨' })
    const isTold = Object.values(record.outbox).some(
      ({ to, say }) => to === `person:${record.riderId}` && say === 'stayPut',
    )
    expect(isTold).toBe(record.state === 'accepted')
  }
})

test('the same tap sent again tells nobody twice, and another community goes on', async () => {
  const { waiting, carried } = await everything()
  const key = newKey()
  const until = town.cloud.clock.now() + 2 * hourMs
  for (let i = 0; i < 2; i++) await town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until }, key)
  for (const id of [waiting, carried]) {
    const { outbox } = (await stored(id)) as { outbox: Record<string, { say: string }> }
    expect(Object.values(outbox).filter(({ say }) => say === 'stopped')).toHaveLength(1)
  }
  expect(await town.stored('communities', b)).not.toHaveProperty('stop')
  expect(await refusal(town.as('desk-b')(errand.stop, { communityId: a, why: '暴雨', until }))).toBe('FORBIDDEN')
})

test('for a moment that is past, or further than two days, nothing is stopped', async () => {
  const now = town.cloud.clock.now()
  for (const until of [now, now - 1, now + 49 * hourMs])
    expect(await refusal(town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until }))).toBe('BAD_INPUT')
})

/** One errand that was asked for in this instance, which keeps its community for a minute, after another has changed the stop. */
async function askedUnaware(change: () => Promise<unknown>): Promise<string> {
  const here = answering
  await ask()
  answering = instance()
  await change()
  answering = here
  return ask()
}

test('what was asked for where nobody had heard of the stop yet is held when the clock rings, and its people are told', async () => {
  const id = await askedUnaware(stop)
  const taken = await ask()
  await toPool(taken)
  await town.as('zhang')(errand.accept, { id: taken })
  expect(await stored(id)).not.toHaveProperty('stop')
  await settleDown()
  for (const missed of [id, taken]) expect(await stored(missed)).toMatchObject({ stop: { why: '暴雨' } })
  expect(await refusal(toPool(id))).toBe('STOPPED')
  expect(await told('daughter')).toContain('天气不好（暴雨），社区停一停，过后接着安排')
  expect(await told('zhang')).toContain('天气不好（暴雨），停稳、安全第一。去不了就转回社区')
  const { rev } = (await stored(id)) ?? {}
  await settleDown()
  expect(await stored(id)).toMatchObject({ rev })
})

test('what was asked for where the stop was still believed in goes on when the clock rings', async () => {
  await stop()
  const id = await askedUnaware(() => town.as('desk')(errand.goOn, { communityId: a }))
  expect(await stored(id)).toMatchObject({ stop: { why: '暴雨' } })
  await settleDown()
  expect(await stored(id)).not.toHaveProperty('stop')
  await toPool(id)
})

test('a stop costs a winner nothing: one deciding request', async () => {
  const id = await ask()
  await toPool(id)
  await town.as('li')(errand.offers, {})
  town.cloud.resetStats()
  await town.as('li')(errand.accept, { id })
  expect(town.cloud.stats().totals.requests).toBe(1)
})

test('a stop that comes again when it is over is answered as it was, and holds nothing', async () => {
  const key = newKey()
  const input = { communityId: a, why: '暴雨', until: town.cloud.clock.now() + 2 * hourMs }
  const first = await town.as('desk')(errand.stop, input, key)
  await town.as('desk')(errand.goOn, { communityId: a })
  const since = await ask()
  expect(await town.as('desk')(errand.stop, input, key)).toEqual(first)
  expect((await stored(since))?.stop).toBeUndefined()
})

test('a stop that comes again when its time has passed holds nothing of what was asked for since', async () => {
  const key = newKey()
  const input = { communityId: a, why: '暴雨', until: town.cloud.clock.now() + 2 * hourMs }
  const first = await town.as('desk')(errand.stop, input, key)
  town.cloud.clock.set(input.until + minuteMs)
  const evening = { from: input.until + hourMs, until: input.until + 2 * hourMs }
  const { id: since } = await town.as('daughter')(errand.request, { ...lunch, when: evening })
  expect(await town.as('desk')(errand.stop, input, key)).toEqual(first)
  expect((await stored(since))?.stop).toBeUndefined()
})

test('a stop that comes again while it lasts tells nobody of what was asked for in it', async () => {
  const key = newKey()
  const input = { communityId: a, why: '暴雨', until: town.cloud.clock.now() + 2 * hourMs }
  const waiting = await ask()
  await town.as('desk')(errand.stop, input, key)
  const since = await ask()
  const before = [await stored(waiting), await stored(since)]
  await town.as('desk')(errand.stop, input, key)
  expect([await stored(waiting), await stored(since)]).toEqual(before)
  expect(before[1]).toMatchObject({ stop: { why: '暴雨' } })
})
