import { errand } from '@domain/errand'
import { dayMs, hourMs } from '@domain/time'
import { a, fatherHousehold, lunch, morning, openTown, personId, type Town } from '../town'
import { harms, insist, once, tapOf, type Tap } from './trials'

const householdId = fatherHousehold._id
const riderId = personId('zhang')

/** The life of an errand, a tap a step; each step but the first gets the errand's id. */
const steps: Record<string, { state: string; by: string; tap(id: string): Tap }> = {
  request: { state: 'requested', by: 'daughter', tap: () => tapOf('daughter', errand.request, tomorrow) },
  return: {
    state: 'returned',
    by: 'desk',
    tap: id => tapOf('desk', errand.return, { id, why: '几个人吃' }),
  },
  amend: { state: 'requested', by: 'daughter', tap: id => tapOf('daughter', errand.amend, { id, why: '一个人' }) },
  dispatch: {
    state: 'dispatched',
    by: 'desk',
    tap: id => tapOf('desk', errand.dispatch, { id, communityId: a, to: { riderId } }),
  },
  accept: { state: 'accepted', by: 'zhang', tap: id => tapOf('zhang', errand.accept, { id }) },
  reveal: { state: 'accepted', by: 'zhang', tap: id => tapOf('zhang', errand.reveal, { id, householdId }) },
  depart: { state: 'underway', by: 'zhang', tap: id => tapOf('zhang', errand.depart, { id }) },
  deliver: { state: 'delivered', by: 'zhang', tap: id => tapOf('zhang', errand.deliver, { id, how: 'person' }) },
  confirm: {
    state: 'confirmed',
    by: 'daughter',
    tap: id => tapOf('daughter', errand.confirm, { id, rating: 'good' }),
  },
}
const verbs = Object.keys(steps)
const tomorrow = { ...lunch, when: { from: lunch.when.from + dayMs, until: lunch.when.until + dayMs } }

let town: Town
let hours = 0
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => jest.restoreAllMocks())
afterAll(() => town.close())

/** An errand that has come as far as just before this step. */
async function before(verb: string): Promise<string> {
  let id = ''
  for (const earlier of verbs.slice(0, verbs.indexOf(verb))) {
    const { data } = await insist(town, steps[earlier]?.tap(id) ?? fail())
    id ||= String(Object(data).id)
  }
  return id
}
const fail = (): never => {
  throw new Error('no such step')
}
/** Whoever carries something has it off his hands, so that the next errand finds him free. */
const clear = (id: string): Promise<unknown> =>
  once(town, tapOf('desk', errand.reassign, { id, communityId: a, to: 'pool', from: riderId })).then(() =>
    once(town, tapOf('desk', errand.cancel, { id, why: '试完了' })),
  )

const cases = verbs.flatMap(verb => Object.keys(harms).map(harm => [verb, harm] as const))

test.each(cases)('when a request of %s %s, the retry is answered and it has happened once', async (verb, harm) => {
  const { state, tap: tapFor, by } = steps[verb] ?? fail()
  const told: string[][] = []
  for (let nth = 1; ; nth++) {
    // A cold start each time: an hour later nobody is remembered.
    town.cloud.clock.set(morning + (++hours % 12) * hourMs + hours * 1000)
    const id = await before(verb)
    town.cloud.clock.advance(61_000)
    town.cloud.resetStats()
    const tap = tapFor(id)
    town.cloud.faults.add({ on: 'request', fn: 'errand', verb, nth, fault: harms[harm] ?? fail() })
    const first = await once(town, tap)
    town.cloud.faults.clear()
    const hasStruck = Object.keys(town.cloud.stats().faults).length > 0
    const reply = await insist(town, tap)
    const later = await insist(town, tap)
    const record = (await town.stored('errands', id || String(Object(reply.data).id))) ?? {}
    expect(reply).toMatchObject({ ok: true })
    // An answer once given is the answer for ever.
    if (first?.ok) expect(first.data).toEqual(reply.data)
    expect(later.data).toEqual(reply.data)
    expect(record).toMatchObject({ state })
    const entries = timelineOf(record).filter(entry => entry.verb === verb)
    expect(entries).toEqual([expect.objectContaining({ byId: personId(by), key: tap.key })])
    told.push(noticesOf(record))
    const { rows } = await town.as('daughter')(errand.mine, {})
    expect(rows.filter(row => !['confirmed', 'cancelled', 'delivered'].includes(row.state)).length).toBeLessThan(2)
    await clear(String(record._id))
    if (!hasStruck) break
  }
  // The last round was struck by nothing: every other one has told the same.
  expect(told.length).toBeGreaterThan(1)
  for (const notices of told) expect(notices).toEqual(told.at(-1))
})

const callHarms = [{ kind: 'twice' }, { kind: 'unanswered' }] as const
test.each(verbs)(
  'a call of %s that is delivered twice at once, or whose answer is lost, has happened once',
  async verb => {
    const { state, tap: tapFor } = steps[verb] ?? fail()
    town.cloud.clock.set(morning)
    for (const fault of callHarms) {
      const id = await before(verb)
      const tap = tapFor(id)
      town.cloud.faults.add({ on: 'call', fn: 'errand', verb, nth: 1, fault })
      const first = await once(town, tap)
      town.cloud.faults.clear()
      const reply = await insist(town, tap)
      if (first) expect(first.data).toEqual(reply.data)
      const record = (await town.stored('errands', id || String(Object(reply.data).id))) ?? {}
      expect(record).toMatchObject({ state })
      expect(timelineOf(record).filter(entry => entry.verb === verb)).toHaveLength(1)
      await clear(String(record._id))
    }
  },
)

test('a right guess whose answers are lost again and again is one try', async () => {
  town.cloud.clock.set(morning)
  const id = await before('deliver')
  const { digits = '' } = await town.as('daughter')(errand.one, { id })
  const tap = tapOf('zhang', errand.deliver, { id, how: 'digits', digits })
  for (let tries = 0; tries < 7; tries++) {
    town.cloud.faults.add({ on: 'request', fn: 'errand', verb: 'deliver', nth: 1, fault: { kind: 'unanswered' } })
    await once(town, tap)
    town.cloud.faults.clear()
  }
  expect(await insist(town, tap)).toMatchObject({ ok: true })
})

test('a wrong guess that is sent again is still one try', async () => {
  const id = await before('deliver')
  const { digits = '' } = await town.as('daughter')(errand.one, { id })
  const wrong = String((Number(digits) + 1) % 10_000).padStart(4, '0')
  const tap = tapOf('zhang', errand.deliver, { id, how: 'digits', digits: wrong })
  for (let tries = 0; tries < 3; tries++)
    expect(await once(town, tap)).toMatchObject({ code: 'WRONG_DIGITS', detail: { left: 4 } })
})

const timelineOf = (record: Record<string, unknown>) => (record.timeline ?? []) as { verb: string }[]
const noticesOf = (record: Record<string, unknown>): string[] =>
  Object.values((record.outbox ?? {}) as Record<string, { to: string; say: string }>)
    .map(({ to, say }) => `${to} ${say}`)
    .sort()
