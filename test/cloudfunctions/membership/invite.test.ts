import { ticked } from '@domain/consent'
import { membership, type NewInvitation } from '@domain/membership'
import { household } from '@domain/household'
import { dayMs } from '@domain/time'
import { a, b, newKey, openTown, personId, refusal, type Reply, type Town } from '../town'

const agreed = ticked(['privacy'])
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const helper: NewInvitation = { communityId: a, role: 'dispatcher', post: 'assistant' }
const clerk: NewInvitation = { communityId: a, role: 'keeper', stationId: 's1' }
const invited = (by: string, as: NewInvitation) => town.as(by)(membership.invite, as)
const join = (openid: string, id: string, name?: string, key?: string) =>
  town.as(openid)(membership.accept, { id, agreed, ...(name && { name }) }, key)
const seats = async (openid: string) => (await town.stored('people', personId(openid)))?.memberships

test('somebody new reads what he is to become, says his name, and is one of the desk with one tap', async () => {
  const { id, until } = await invited('desk', { ...helper, compoundId: 'k1' })
  expect(Math.round((until - town.cloud.clock.now()) / dayMs)).toBe(3)
  expect(await town.as('new-1')(membership.invited, { id })).toMatchObject({
    community: '金星社区',
    role: 'dispatcher',
    post: 'assistant',
    place: '金星小区',
    by: '李书记',
    state: 'open',
    mine: false,
  })
  expect(await refusal(join('new-1', id))).toBe('BAD_INPUT')
  expect(await refusal(town.as('new-1')(membership.accept, { id, name: '小林' }))).toBe('AGREE_FIRST')
  const key = newKey()
  const reply = await town.raw('new-1', 'membership', { verb: 'accept', input: { id, name: '小林', agreed }, key })
  expect(reply.me).toMatchObject({
    name: '小林',
    consents: [{ what: 'privacy' }],
    memberships: [{ communityId: a, role: 'dispatcher', post: 'assistant', compoundId: 'k1' }],
  })
  expect(await town.as('new-1')(household.list, { communityId: a })).toMatchObject({ rows: [{ elder: '王大爷' }] })
})

test('a clerk is called into one shop, by the desk or by a clerk of it, and a department by its name', async () => {
  await join('new-2', (await invited('desk', clerk)).id, '小吴')
  expect(await town.stored('people', personId('new-2'))).toMatchObject({
    memberships: [{ communityId: a, role: 'keeper' }],
    stations: [{ id: 's1', communityId: a, name: '红色驿站 · 人民路店' }],
  })
  await join('new-3', (await invited('new-2', clerk)).id, '老秦')
  expect(await seats('new-3')).toEqual([{ communityId: a, role: 'keeper' }])
  await join('new-4', (await invited('desk', { communityId: a, role: 'department', office: '住建办' })).id, '邱工')
  expect(await seats('new-4')).toEqual([{ communityId: a, role: 'department', office: '住建办' }])
})

test('whoever has a name a community has confirmed keeps it, and what he was', async () => {
  await join('zhang', (await invited('desk', helper)).id, '别的名字')
  expect(await town.stored('people', personId('zhang'))).toMatchObject({
    name: '张师傅',
    memberships: [
      { communityId: a, role: 'rider' },
      { communityId: a, role: 'dispatcher', post: 'assistant' },
    ],
  })
})

test.each<[string, string, NewInvitation]>([
  ['a clerk calls nobody to the desk', 'keeper', helper],
  ['a clerk calls nobody into a shop of others', 'keeper', { ...clerk, stationId: 's-other' }],
  ['a desk calls nobody to the subdistrict', 'desk', { communityId: a, role: 'subdistrict' }],
  ['a desk calls nobody to another community', 'desk-b', helper],
  ['a department calls nobody', 'office', helper],
  ['a rider calls nobody', 'li', helper],
  ['a guest calls nobody', 'nobody', helper],
])('%s', async (_, who, as) => {
  expect(await refusal(invited(who, as))).toBe('FORBIDDEN')
})

test('a shop, a compound that are not the community’s are not found', async () => {
  expect(await refusal(invited('desk', { communityId: a, role: 'keeper', stationId: 'nope' }))).toBe('NOT_FOUND')
  expect(await refusal(invited('desk', { ...helper, compoundId: 'nope' }))).toBe('NOT_FOUND')
  expect(await refusal(invited('desk-b', { communityId: b, role: 'keeper', stationId: 's1' }))).toBe('NOT_FOUND')
})

test('of many who tap one card at the same moment exactly one is in, and the others are told', async () => {
  const { id } = await invited('desk', helper)
  const crowd = Array.from({ length: 8 }, (_, i) => `crowd-${i}`)
  const ends = await Promise.all(crowd.map(openid => refusal(join(openid, id, '某人'))))
  expect(ends.filter(code => code === 'nothing was refused')).toHaveLength(1)
  expect(ends.filter(code => code === 'WRONG_STATE')).toHaveLength(7)
  const known = await Promise.all(crowd.map(seats))
  expect(known.filter(Boolean)).toHaveLength(1)
  expect(await town.as('late')(membership.invited, { id })).toMatchObject({ state: 'accepted', yours: false })
})

test('the same tap sent again joins once; another tap of the same person is told that it is done', async () => {
  const { id } = await invited('desk', helper)
  const key = newKey()
  await join('twice', id, '小何', key)
  await join('twice', id, '小何', key)
  await join('twice', id, '小何')
  expect(await seats('twice')).toHaveLength(1)
  expect(await town.as('twice')(membership.invited, { id })).toMatchObject({ state: 'accepted', yours: true })
})

test('nobody uses a card of his own', async () => {
  const { id } = await invited('officer', { communityId: a, role: 'dispatcher', post: 'secretary' })
  expect(await town.as('officer')(membership.invited, { id })).toMatchObject({ mine: true })
  expect(await refusal(join('officer', id))).toBe('FORBIDDEN')
  expect(await seats('officer')).toHaveLength(2)
})

test('a card is good for three days, until it is taken back, and while whoever made it may make one', async () => {
  const old = await invited('desk', helper)
  town.cloud.clock.advance(3 * dayMs)
  expect(await town.as('late')(membership.invited, { id: old.id })).toMatchObject({ state: 'expired' })
  expect(await refusal(join('late', old.id, '某人'))).toBe('NO_SUCH_INVITE')

  const taken = await invited('desk', helper)
  await town.as('desk')(membership.takeBack, { id: taken.id })
  expect(await town.as('late')(membership.invited, { id: taken.id })).toMatchObject({ state: 'takenBack' })
  expect(await refusal(join('late', taken.id, '某人'))).toBe('WRONG_STATE')

  const orphan = await invited('new-1', { ...helper, compoundId: 'k1' })
  await town.as('desk')(membership.end, { communityId: a, personId: personId('new-1'), role: 'dispatcher' })
  expect(await town.as('late')(membership.invited, { id: orphan.id })).toMatchObject({ state: 'expired' })
  expect(await refusal(join('late', orphan.id, '某人'))).toBe('NO_SUCH_INVITE')
  expect(await seats('late')).toBeUndefined()
})

test('what is open is seen and taken back by whoever could have made it, and by nobody else', async () => {
  const desk = await invited('desk', helper)
  const shop = await invited('keeper', clerk)
  const idsOf = async (openid: string) =>
    (await town.as(openid)(membership.invitations, { communityId: a })).rows.map(({ id }) => id)
  expect(await idsOf('desk')).toEqual(expect.arrayContaining([desk.id, shop.id]))
  expect(await idsOf('keeper')).toEqual([shop.id])
  expect(await idsOf('officer')).toContain(desk.id)
  expect(await idsOf('officer')).not.toContain(shop.id)
  for (const openid of ['keeper', 'desk-b', 'li', 'office'])
    expect(await refusal(town.as(openid)(membership.takeBack, { id: desk.id }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('officer')(membership.takeBack, { id: shop.id }))).not.toBe('nothing was refused')
  await town.as('keeper')(membership.takeBack, { id: shop.id })
  expect(await idsOf('desk')).not.toContain(shop.id)
})

test('a code that is read out leads to the same card; five tries a day, however they come', async () => {
  const { id, code } = await invited('desk', helper)
  expect(code).toMatch(/^\d{8}$/)
  const find = (openid: string, said: string): Promise<Reply> =>
    town.raw(openid, 'membership', { verb: 'find', input: { code: said }, key: newKey() })
  expect(await find('reads', code)).toMatchObject({ ok: true, data: { id, role: 'dispatcher', state: 'open' } })
  const wrong = code === '10000000' ? '10000001' : '10000000'
  const tries = await Promise.all(Array.from({ length: 12 }, () => find('guesser', wrong)))
  expect(tries.filter(reply => reply.code === 'NO_SUCH_INVITE')).toHaveLength(5)
  expect(tries.filter(reply => reply.code === 'ASK_DESK')).toHaveLength(7)
  expect(await find('guesser', code)).toMatchObject({ ok: false, code: 'ASK_DESK' })
  town.cloud.clock.advance(dayMs)
  expect(await find('guesser', code)).toMatchObject({ ok: true, data: { id } })
})

test('forged ids, junk and other records are no invitation', async () => {
  for (const id of ['nope', `invitation::${personId('guesser')}`, personId('desk')]) {
    expect(await refusal(town.as('late')(membership.invited, { id }))).toBe('NO_SUCH_INVITE')
    expect(await refusal(join('late', id, '某人'))).toBe('NO_SUCH_INVITE')
    expect(await refusal(town.as('desk')(membership.takeBack, { id }))).not.toBe('nothing was refused')
  }
  for (const id of [null, '', '__proto__ ', { $ne: null }, 7])
    expect(await town.raw('late', 'membership', { verb: 'accept', input: { id }, key: newKey() })).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
    })
  for (const code of [null, '', '1234567', '123456789', 'OWNER', { $gt: '' }])
    expect(await town.raw('late', 'membership', { verb: 'find', input: { code }, key: newKey() })).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
    })
})
