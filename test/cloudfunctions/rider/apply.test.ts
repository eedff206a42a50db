import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { a, application, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
  const far = {
    _id: 'c-far',
    communityId: 'c-far',
    name: '远处社区',
    subdistrictId: 's-far',
    compounds: [],
    groups: [],
  }
  await town.put('communities', { ...far, phone: '08580000000', rev: 'r0', touchedAt: 0 })
})
afterAll(() => town.close())

test('a rider who applied sees nothing until the desk has confirmed him', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  await town.as('he')(rider.apply, application)
  expect(await refusal(town.as('he')(errand.offers, {}))).toBe('FORBIDDEN')
  expect(await refusal(town.as('he')(errand.accept, { id }))).toBe('FORBIDDEN')
  expect(await town.as('he')(errand.one, { id })).toEqual({
    id,
    state: 'dispatched',
    communityId: a,
    my: [],
    kind: 'meal',
    compound: '金星小区',
    when: lunch.when,
  })
  expect(await refusal(town.as('he')(rider.apply, application))).toBe('ALREADY_APPLIED')

  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  const applicant = rows.find(row => row.name === '何师傅')
  expect(applicant?.phone).toBe('139******88')
  const confirm = { communityId: a, id: applicant?.id ?? '', rev: applicant?.rev ?? '', how: 'seen' as const }
  expect(await refusal(town.as('desk-b')(rider.confirm, { ...confirm, communityId: b }))).toBe('FORBIDDEN')
  await town.as('desk')(rider.confirm, confirm)
  const offered = await town.as('he')(errand.offers, {})
  const row = offered.rows.find(candidate => candidate.id === id)
  expect(row).toMatchObject({ building: '3号楼', stairs: '6 楼没电梯', pickUp: '社区食堂' })
  expect(row).not.toHaveProperty('elder')
  await town.as('he')(errand.accept, { id })
  await town.as('he')(errand.deliver, { id, how: 'person' })
})

test('whom the desk has confirmed is a rider at his next question, though the function has just answered him', async () => {
  await town.as('xu')(rider.apply, { ...application, name: '徐师傅' })
  const ask = (me = '') => town.raw('xu', 'people', { verb: 'community', input: { id: a }, me })
  const { me } = await ask()
  expect(me?.application?.state).toBe('waiting')
  expect(await ask(me?.rev)).not.toHaveProperty('me')
  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  const { id = '', rev = '' } = rows.find(row => row.name === '徐师傅') ?? {}
  await town.as('desk')(rider.confirm, { communityId: a, id, rev, how: 'firm' })
  expect((await ask(me?.rev)).me?.memberships).toEqual([{ communityId: a, role: 'rider' }])
})

test('a stale confirmation is refused', async () => {
  await town.as('wu')(rider.apply, { ...application, name: '吴师傅' })
  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  const id = rows.find(row => row.name === '吴师傅')?.id ?? ''
  expect(await refusal(town.as('desk')(rider.confirm, { communityId: a, id, rev: 'old-rev-1', how: 'seen' }))).toBe(
    'STALE',
  )
})

test('a double tap applies once; a second wish while one waits is refused', async () => {
  const key = newKey()
  const first = await town.as('twice')(rider.apply, application, key)
  expect(await town.as('twice')(rider.apply, application, key)).toMatchObject({ state: 'waiting', rev: first.rev })
  expect(await refusal(town.as('twice')(rider.apply, application))).toBe('ALREADY_APPLIED')
  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  expect(rows.filter(({ id }) => id === personId('twice'))).toHaveLength(1)
})

test('nobody applies before he has agreed to the privacy text, to his number being given, and to the promises', async () => {
  const tick = (what: Parameters<typeof ticked>[0]) =>
    town.as('zhou')(rider.apply, { ...application, agreed: ticked(what) })
  expect(await refusal(tick([]))).toBe('AGREE_FIRST')
  expect(await refusal(tick(['privacy', 'pledge']))).toBe('AGREE_FIRST')
  expect(await town.stored('people', personId('zhou'))).toBeUndefined()
  await tick(['privacy', 'phone', 'pledge'])
  const { consents } = (await town.stored('people', personId('zhou'))) ?? {}
  expect(consents).toMatchObject([{ what: 'privacy' }, { what: 'phone' }, { what: 'pledge' }])
})

test.each<[string, object, string]>([
  ['a compound of another community', { areas: ['k-of-b'] }, '请从列表里选小区'],
  ['a community of another subdistrict', { neighbours: ['c-far'] }, '请从列表里选社区'],
  ['his own community as a neighbour', { neighbours: [a] }, '请从列表里选社区'],
  ['a paper that has run out', { certificates: [{ kind: 'health', until: '2026-11-22' }] }, '健康证已经过期'],
  ['a day that is in no calendar', { certificates: [{ kind: 'health', until: '2027-02-30' }] }, '日期不对'],
  [
    'the same paper twice',
    { certificates: ['2030-01-01', '2031-01-01'].map(until => ({ kind: 'health', until })) },
    '一样证只填一次',
  ],
  ['hours that end before they begin', { hours: [{ days: [1], from: '11:00', until: '09:00' }] }, '到几点要比从几点晚'],
  ['hours of no day', { hours: [{ days: [], from: '09:00', until: '11:00' }] }, '请选星期几'],
  ['a quarter of an hour', { hours: [{ days: [1], from: '09:15', until: '11:00' }] }, '请选整点或半点'],
])('%s is refused, and says why', async (_what, wrong, why) => {
  const input = { ...application, ...wrong }
  const reply = await town.raw('xie', 'rider', { verb: 'apply', input, key: newKey() })
  expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', detail: { why } })
  expect(await town.stored('people', personId('xie'))).toBeUndefined()
})

test('a paper counts on its last day; a community beside his own may be declared', async () => {
  const until = '2026-11-23'
  await town.as('xie')(rider.apply, { ...application, neighbours: [b], certificates: [{ kind: 'health', until }] })
  const { rows } = await town.as('desk')(rider.applicants, { communityId: a })
  expect(rows.find(({ id }) => id === personId('xie'))).toMatchObject({
    neighbours: [b],
    certificates: [{ kind: 'health', until }],
    skills: application.skills,
    vehicle: application.vehicle,
    hours: application.hours,
  })
  expect((await town.as('xie')(rider.neighbours, { communityId: a })).rows).toEqual([{ id: b, name: '骑龙社区' }])
})

test('who is sent back reads why and has what he said; he applies again and is confirmed on his firm’s word', async () => {
  await town.as('fang')(rider.apply, { ...application, name: '方师傅' })
  const waiting = async () =>
    (await town.as('desk')(rider.applicants, { communityId: a })).rows.find(({ id }) => id === personId('fang'))
  const decide = async () => ({ communityId: a, id: personId('fang'), rev: (await waiting())?.rev ?? '' })
  await town.as('desk')(rider.refuse, { ...(await decide()), why: '电话打不通' })
  expect((await town.as('fang')(rider.mine, {})).application).toMatchObject({
    state: 'refused',
    why: '电话打不通',
    phone: application.phone,
    hours: application.hours,
  })
  await town.as('fang')(rider.apply, { ...application, name: '方师傅', phone: '13900000099' })
  await town.as('desk')(rider.confirm, { ...(await decide()), how: 'firm' })
  const { profile, confirmations } = await town.as('fang')(rider.mine, {})
  expect(profile).toMatchObject({ name: '方师傅', phone: '13900000099', vehicle: 'ebike' })
  expect(confirmations).toEqual([{ communityId: a, by: '李书记', how: 'firm', at: expect.any(Number) }])
})
