import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { shownLastsMs } from '@domain/rider/badge'
import { a, lunch, openTown, person, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** What stands in the code that he shows. */
async function code(of: string, printed = false): Promise<string> {
  await town.as(of)(rider.badge, printed ? { printed } : {})
  const { badge } = (await town.stored('people', personId(of))) ?? {}
  return String(Object(badge)[printed ? 'printed' : 'shown'])
}
const check = (of: string, by = 'nobody-yet') => town.as(by)(rider.check, { code: of })

test('anybody reads from a badge for whom the community answers: the name, the trade, and nothing else of him', async () => {
  expect(await check(await code('zhang'))).toEqual({
    state: 'valid',
    name: '张师傅',
    trade: 'takeaway',
    communities: ['金星社区'],
    printed: false,
  })
})

test('a code on his phone is good for ten minutes, and a new one ends the one before: a picture of it is worth nothing', async () => {
  const first = await code('zhang')
  const second = await code('zhang')
  expect(await check(first)).toEqual({ state: 'not' })
  town.cloud.clock.advance(shownLastsMs + 1000)
  expect(await check(second)).toEqual({ state: 'expired' })
})

test('the printed one stays the same, says that it is printed, and ends when he is let go', async () => {
  const printed = await code('zhang', true)
  expect(await code('zhang', true)).toBe(printed)
  town.cloud.clock.advance(100 * shownLastsMs)
  expect(await check(printed)).toMatchObject({ state: 'valid', printed: true })
  const shown = await code('zhang')
  const { rev } = await town.as('desk')(rider.one, { communityId: a, id: personId('zhang') })
  await town.as('desk')(rider.letGo, { communityId: a, id: personId('zhang'), rev, why: '不来了' })
  for (const one of [printed, shown]) expect(await check(one)).toEqual({ state: 'not' })
  expect(await refusal(town.as('zhang')(rider.badge, {}))).toBe('FORBIDDEN')
})

test('who tries codes that are none is sent to the desk', async () => {
  const tried = []
  for (let i = 0; i < 7; i++) tried.push(await refusal(check(String(i).repeat(20).slice(0, 20), 'guesser')))
  expect(tried.at(0)).toBe('nothing was refused')
  expect(tried.at(-1)).toBe('ASK_DESK')
})

test('a plate is told to the family while he has the errand, and to nobody else', async () => {
  await town.as('zhang')(rider.edit, { plate: '贵b12345' })
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  expect((await town.as('daughter')(errand.one, { id })).riderPlate).toBe('贵B12345')
  for (const other of ['desk', 'li', 'neighbour'])
    expect(await town.as(other)(errand.one, { id })).not.toHaveProperty('riderPlate')
  await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
  expect(await town.as('daughter')(errand.one, { id })).not.toHaveProperty('riderPlate')
})

test.each(['<b>', '贵B', '1', '贵B12345678901', '__proto__'])('a plate that is none (%s) is refused', async plate => {
  expect(await refusal(town.as('zhang')(rider.edit, { plate }))).toBe('BAD_INPUT')
})

test('who is a rider of no community shows no badge', async () => {
  await town.put('people', person('stray', '周师傅', []))
  expect(await refusal(town.as('stray')(rider.badge, {}))).toBe('FORBIDDEN')
})
