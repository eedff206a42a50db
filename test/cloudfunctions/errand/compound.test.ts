import { care } from '@domain/care'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { membership } from '@domain/membership'
import { people } from '@domain/people'
import { roster } from '@domain/roster'
import type { Operation } from '@domain/operation'
import { a, fatherHousehold, lunch, openTown, person, personId, refusal, type Town } from '../town'

/** 网格员 of the father's compound, and one of another compound of the same community. */
const here = 'grid-here'
const beside = 'grid-beside'
const inA = { communityId: a }
let town: Town
let id: string

beforeAll(async () => {
  town = await openTown()
  const seat = (compoundId: string) => [{ communityId: a, role: 'dispatcher' as const, post: 'grid', compoundId }]
  await town.put('people', person(here, '小林', seat('k1')), person(beside, '小唐', seat('k2')))
  id = (await town.as('daughter')(errand.request, lunch)).id
})
afterAll(() => town.close())

const lists: [string, Operation, object][] = [
  ['the board', errand.board, inA],
  ['the households', household.list, inA],
  ['the history of a household', errand.history, { householdId: 'h-father' }],
  ['the inbox', errand.inbox, {}],
]

test.each(lists)('%s has what is of his compound, and nothing of another', async (_what, op, input) => {
  const rowsFor = async (openid: string) => ((await town.as(openid)(op, input)) as { rows: unknown[] }).rows
  expect(await rowsFor(here)).toHaveLength(1)
  expect(await rowsFor(beside)).toEqual([])
  expect(await rowsFor('desk')).toHaveLength(1)
})

test('who looks after another compound neither sees nor dispatches the errand, and reads no number', async () => {
  const there = town.as(beside)
  const to = { riderId: personId('zhang') }
  expect(await there(errand.one, { id })).not.toHaveProperty('elder')
  for (const call of [
    () => there(errand.dispatch, { id, ...inA, to }),
    () => there(errand.agree, { id, ...inA, by: 'self' }),
    () => there(errand.return, { id, why: '问一下' }),
    () => there(errand.cancel, { id, why: '不用了' }),
    () => there(errand.reveal, { id, householdId: 'h-father' }),
    () => there(household.one, { id: 'h-father' }),
    () => there(household.reveal, { id: 'h-father' }),
    () => there(household.edit, { id: 'h-father', rev: 'r0', alone: true }),
    () => there(errand.request, { ...lunch, byPhone: true }),
    () => there(household.code, { id: 'h-father' }),
  ])
    expect(await refusal(call())).toBe('FORBIDDEN')
  expect(await town.stored('errands', id)).toMatchObject({ state: 'requested' })
})

test('who looks after this one does it all', async () => {
  const own = town.as(here)
  expect(await own(errand.one, { id })).toMatchObject({ elder: '王大爷' })
  await own(errand.dispatch, { id, ...inA, to: { riderId: personId('zhang') } })
  expect((await own(errand.reveal, { id, householdId: 'h-father' })).phones).toMatchObject([{ number: '13900000001' }])
  expect(await own(errand.request, { ...lunch, byPhone: true })).toMatchObject({ state: 'requested' })
})

test('calls to be made, and what waits for a look, are of the own compound', async () => {
  await town.set('errands', id, {
    callsOpen: 1,
    'outbox.nabcd': { to: 'family', say: 'settled', why: '查过了', at: 1, reach: 'call' },
  })
  const calls = async (openid: string) => (await town.as(openid)(errand.calls, inA)).rows.length
  expect([await calls(here), await calls(beside), await calls('desk')]).toEqual([1, 0, 1])
})

test('what was seen at a door, and money that is not settled, is of the own compound', async () => {
  const money = { how: 'atDoor', capYuan: 20 } as const
  const { id: shopping } = await town.as('daughter')(errand.request, { ...lunch, money })
  await town.as('desk')(errand.dispatch, { id: shopping, ...inA, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id: shopping })
  const photo = await town.file(`photo/e-${shopping}-a.jpg`)
  const seen = await town.as('zhang')(care.report, { errandId: shopping, kind: 'incident', words: '汤洒了', photo })
  const note = await town.as('zhang')(care.report, { errandId: shopping, kind: 'note', words: '狗会扑人' })
  await town.as('zhang')(errand.deliver, { id: shopping, how: 'person' })
  const rows = async (openid: string, op: Operation) =>
    ((await town.as(openid)(op, inA)) as { rows: unknown[] }).rows.length
  for (const [op, most] of [
    [care.queue, 2],
    [errand.accounts, 1],
  ] as const)
    expect([await rows(here, op), await rows(beside, op), await rows('desk', op)]).toEqual([most, 0, most])
  const there = town.as(beside)
  expect(await refusal(there(care.settle, { id: seen.id, did: '看过了' }))).toBe('FORBIDDEN')
  expect(await refusal(there(care.photo, { id: seen.id }))).toBe('FORBIDDEN')
  await town.as(here)(care.approve, { id: note.id })
  expect(await refusal(there(care.remove, { id: note.id }))).toBe('FORBIDDEN')
  expect(await refusal(there(care.notes, { householdId: 'h-father' }))).toBe('FORBIDDEN')
  expect((await town.as(here)(care.notes, { householdId: 'h-father' })).rows).toHaveLength(1)
})

test('a household that is entered is in the own compound', async () => {
  const { phones, unit, door, floor, hasLift, building, elder } = fatherHousehold
  const granny = { ...inA, compoundId: 'k1', building, unit, door, floor, hasLift, phones, elder, alone: false }
  const said = { ...granny, knocks: [], consent: 'byPhone' as const }
  expect(await refusal(town.as(beside)(household.add, said))).toBe('FORBIDDEN')
  await town.as(here)(household.add, said)
})

test('what is the whole community’s is for who is at its whole desk', async () => {
  const { rev, id: _id, helps: _helps, ...settings } = await town.as('desk')(membership.community, inA)
  for (const call of [
    () => town.as(here)(roster.list, inA),
    () => town.as(here)(roster.export, { ...inA, phones: true }),
    () => town.as(here)(people.takeDuty, { ...inA, hours: 8 }),
    () => town.as(here)(membership.changeCommunity, { ...inA, rev, ...settings }),
  ])
    expect(await refusal(call())).toBe('FORBIDDEN')
})

test('he calls in and takes off those of his own compound, and nobody else', async () => {
  const helper = { ...inA, role: 'dispatcher' as const, post: 'grid' as const }
  const shop = { ...inA, role: 'keeper' as const, stationId: 's1' }
  for (const wrong of [helper, { ...helper, compoundId: 'k2' }, shop])
    expect(await refusal(town.as(here)(membership.invite, wrong))).toBe('FORBIDDEN')
  await town.as(here)(membership.invite, { ...helper, compoundId: 'k1' })
  const off = (openid: string) =>
    town.as(here)(membership.end, { ...inA, personId: personId(openid), role: 'dispatcher' })
  expect(await refusal(off('desk'))).toBe('FORBIDDEN')
  expect(await refusal(off(beside))).toBe('FORBIDDEN')
  const { id: card } = await town.as('desk')(membership.invite, shop)
  expect(await refusal(town.as(here)(membership.takeBack, { id: card }))).not.toBe('nothing was refused')
})

test('the last of the whole desk cannot leave it to who looks after one compound', async () => {
  const leaving = { ...inA, personId: personId('desk'), role: 'dispatcher' as const }
  expect(await refusal(town.as('desk')(membership.end, leaving))).toBe('LAST_AT_DESK')
  await town.as(beside)(membership.end, { ...leaving, personId: personId(beside) })
})
