import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { minuteMs } from '@domain/time'
import { a, application, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const zhang = { communityId: a, id: personId('zhang') }
const revOf = async (openid: string): Promise<string> =>
  String((await town.stored('people', personId(openid)))?.rev ?? '')

test('the desk reads a number only by a tap that he reads of', async () => {
  const { phone } = await town.as('desk')(rider.one, zhang)
  expect(phone).toBe('138******01')
  expect((await town.as('zhang')(rider.mine, {})).looks).toEqual([])
  const key = newKey()
  expect(await town.as('desk')(rider.reveal, zhang, key)).toEqual({ number: '13800000001' })
  expect(await town.as('desk')(rider.reveal, zhang, key)).toEqual({ number: '13800000001' })
  const { looks } = await town.as('zhang')(rider.mine, {})
  expect(looks).toEqual([{ who: '李书记', at: expect.any(Number) }])
  town.cloud.clock.advance(2 * minuteMs)
  expect(await refusal(town.as('desk')(rider.reveal, zhang, key))).toBe('WRONG_STATE')
})

test('an applicant’s number is masked until the same tap', async () => {
  await town.as('he')(rider.apply, application)
  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  expect(rows[0]?.phone).toBe('139******88')
  const his = { communityId: a, id: personId('he') }
  expect(await town.as('desk')(rider.reveal, his)).toEqual({ number: application.phone })
  expect((await town.as('he')(rider.mine, {})).looks).toMatchObject([{ who: '李书记' }])
})

test('no other desk reads of him, nor of whom it has not', async () => {
  for (const [openid, input] of [
    ['desk-b', zhang],
    ['desk-b', { ...zhang, communityId: b }],
    ['desk', { ...zhang, id: personId('chen') }],
    ['desk', { ...zhang, id: personId('daughter') }],
    ['zhang', zhang],
  ] as const) {
    for (const row of [rider.one, rider.reveal])
      expect(await refusal(town.as(openid)(row, input))).toMatch(/FORBIDDEN|NOT_FOUND/)
  }
  expect((await town.as('desk')(rider.list, { communityId: a })).rows.map(({ name }) => name)).toEqual([
    '李师傅',
    '张师傅',
  ])
})

test('whoever has something in hand is let go only when it is somebody else’s', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: zhang.id } })
  await town.as('zhang')(errand.accept, { id })
  const why = '不在这一片跑了'
  const letGo = async () => town.as('desk')(rider.letGo, { ...zhang, rev: await revOf('zhang'), why })
  await expect(letGo()).rejects.toMatchObject({ code: 'STILL_CARRIES', detail: { left: 1 } })
  const to = { riderId: personId('li') }
  await town.as('desk')(errand.reassign, { id, communityId: a, to, from: zhang.id })
  await letGo()
  expect(await town.stored('people', zhang.id)).toMatchObject({ memberships: [] })
  town.cloud.clock.advance(2 * minuteMs)
  expect(await refusal(town.as('zhang')(errand.offers, {}))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk')(rider.one, zhang))).toBe('NOT_FOUND')
  expect((await town.as('zhang')(rider.mine, {})).application).toMatchObject({ state: 'ended', why })
  await town.as('zhang')(rider.apply, { ...application, name: '张师傅' })
})

test('a stale end is refused, and so is one by another desk', async () => {
  const why = '别的'
  expect(await refusal(town.as('desk')(rider.letGo, { ...zhang, rev: 'old-rev-1', why }))).toBe('STALE')
  expect(await refusal(town.as('desk-b')(rider.letGo, { ...zhang, rev: await revOf('zhang'), why }))).toBe('FORBIDDEN')
  expect(await town.stored('people', zhang.id)).toMatchObject({ memberships: [{ communityId: a, role: 'rider' }] })
})

test('another name is asked of the desk; what was confirmed stays until it says yes', async () => {
  const said = { communityId: a, name: '张队长', trade: 'courier' as const, firm: '小河快递', phone: '13900000055' }
  await town.as('zhang')(rider.amend, said)
  expect(await town.stored('people', zhang.id)).toMatchObject({ name: '张师傅', phone: '13800000001' })
  const [wish] = (await town.as('desk')(rider.applicants, { communityId: a })).rows
  expect(wish).toMatchObject({ name: '张队长', before: { name: '张师傅', phone: '138******01' } })
  await town.as('desk')(rider.confirm, { ...zhang, rev: wish?.rev ?? '', how: 'seen' })
  const { areas, name, phone, memberships } = (await town.stored('people', zhang.id)) ?? {}
  expect({ areas, name, phone, memberships }).toEqual({
    areas: ['k1'],
    name: '张队长',
    phone: '13900000055',
    memberships: [{ communityId: a, role: 'rider' }],
  })
})

test('whoever is a rider of two communities keeps what he passes in the first', async () => {
  await town.as('li')(rider.edit, { areas: ['k1'], hours: [{ days: [6, 7], from: '09:00', until: '11:00' }] })
  await town.as('li')(rider.apply, { ...application, communityId: b, name: '李师傅', areas: ['k-of-b'] })
  const [wish] = (await town.as('desk-b')(rider.applicants, { communityId: b })).rows
  await town.as('desk-b')(rider.confirm, { communityId: b, id: personId('li'), rev: wish?.rev ?? '', how: 'firm' })
  expect(await town.stored('people', personId('li'))).toMatchObject({ areas: ['k1', 'k-of-b'] })
  const first = await town.as('desk')(rider.one, { communityId: a, id: personId('li') })
  expect(first.confirmation).toBeUndefined()
})

test('what he says of himself is his own, and of places that are there', async () => {
  expect(await refusal(town.as('zhang')(rider.edit, { areas: ['k-of-b'] }))).toBe('BAD_INPUT')
  expect(await refusal(town.as('daughter')(rider.edit, { skills: ['sign'] }))).toBe('FORBIDDEN')
  await town.as('zhang')(rider.edit, { skills: ['sign'], vehicle: 'car', advances: false, neighbours: [b] })
  expect((await town.as('desk')(rider.one, zhang)).skills).toEqual(['sign'])
  expect((await town.as('zhang')(rider.mine, {})).profile).toMatchObject({
    vehicle: 'car',
    advances: false,
    neighbours: [b],
  })
})

// Last, because what is remembered of a person outlives a town whose days have passed.
test('a paper that ran out is said in the desk’s list', async () => {
  const certificates = [{ kind: 'health' as const, until: '2026-11-30' }]
  await town.as('zhang')(rider.edit, { certificates })
  const expired = async () =>
    (await town.as('desk')(rider.list, { communityId: a })).rows.find(({ id }) => id === zhang.id)?.expired
  expect(await expired()).toEqual([])
  town.cloud.clock.advance(8 * 24 * 60 * minuteMs)
  expect(await expired()).toEqual(['health'])
  // What ran out since stays where it is; a new one that is over already is not taken.
  await town.as('zhang')(rider.edit, { certificates: [...certificates, { kind: 'driving', until: '2030-01-01' }] })
  const over = [{ kind: 'health' as const, until: '2026-11-29' }]
  expect(await refusal(town.as('zhang')(rider.edit, { certificates: over }))).toBe('BAD_INPUT')
})
