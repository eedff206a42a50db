import { matters, ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { lunch, morning, newKey, openTown, personId, refusal, type Town } from '../town'
import { granny as agreeing } from './homes'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** 刘奶奶's home, of which nothing is ticked yet. */
const { agreed: _ticked, ...granny } = agreeing

const medicine = { ...lunch, kind: 'medicine' as const, what: '两盒药', health: true }
const entry = (what: keyof typeof matters) => ({ what, version: matters[what].version, at: expect.any(Number) })
const consentsOf = async (openid: string) => (await town.stored('people', personId(openid)))?.consents

test('nobody is written down before he has agreed to the privacy text as it reads now', async () => {
  expect(await refusal(town.as('liu')(household.add, granny))).toBe('AGREE_FIRST')
  const older = [{ what: 'privacy' as const, version: '2025-01-01' }]
  expect(await refusal(town.as('liu')(household.add, { ...granny, agreed: older }))).toBe('AGREE_FIRST')
  expect(await town.stored('people', personId('liu'))).toBeUndefined()
  const agreed = ticked(['privacy'])
  await town.as('liu')(household.add, { ...granny, agreed })
  expect(await consentsOf('liu')).toEqual([entry('privacy')])
  await town.as('liu')(household.add, { ...granny, elder: '刘大爷' })
  expect(await consentsOf('liu')).toHaveLength(1)
})

test('a tap repeated writes the consent once', async () => {
  const key = newKey()
  const input = { ...granny, agreed: ticked(['privacy']) }
  await town.as('yang')(household.add, input, key)
  await town.as('yang')(household.add, input, key)
  expect(await consentsOf('yang')).toEqual([entry('privacy')])
})

test('health is agreed to apart, with the first medicine errand; the others need it no more than the desk does', async () => {
  const { id: householdId } = await town.as('he')(household.add, { ...granny, agreed: ticked(['privacy']) })
  const ask = { ...medicine, householdId }
  await town.as('he')(errand.request, { ...lunch, householdId })
  expect(await refusal(town.as('he')(errand.request, ask))).toBe('AGREE_FIRST')
  const { me } = await town.raw('he', 'errand', {
    verb: 'request',
    input: { ...ask, agreed: ticked(['health']) },
    key: newKey(),
  })
  expect(me?.consents).toEqual([entry('privacy'), entry('health')])
  await town.as('he')(errand.request, ask)
  expect(await consentsOf('he')).toHaveLength(2)
  await town.as('desk')(errand.request, { ...ask, byPhone: true })
})

test('what was withdrawn is asked for again at the next act that needs it', async () => {
  const { id: householdId } = await town.as('lin')(household.add, { ...granny, agreed: ticked(['privacy']) })
  await town.put('people', {
    ...(await town.stored('people', personId('lin'))),
    _id: personId('lin-2'),
    openid: 'lin-2',
    consents: [{ ...entry('privacy'), at: morning, withdrawnAt: morning }],
  })
  const ask = { ...lunch, householdId }
  expect(await refusal(town.as('lin-2')(errand.request, ask))).toBe('AGREE_FIRST')
  await town.as('lin-2')(errand.request, { ...ask, agreed: ticked(['privacy']) })
  expect(await consentsOf('lin-2')).toEqual([{ ...entry('privacy'), withdrawnAt: morning }, entry('privacy')])
})
