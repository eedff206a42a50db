import { ticked } from '@domain/consent'
import { membership, type Settings } from '@domain/membership'
import { rider } from '@domain/rider'
import { a, b, newKey, openTown, personId, refusal, type Town } from '../town'

const agreed = ticked(['privacy'])
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const chenguang: Settings = {
  name: '晨光社区',
  phone: '08580000009',
  compounds: [{ name: '晨光苑', buildings: ['1号楼', '2号楼'], hasLift: true }],
  grids: [{ name: '第一网格', buildings: ['晨光苑 1号楼'] }],
  groups: [{ name: '晨光邻里群', audience: 'residents' }],
}
const officerOf = async (openid: string) => {
  const me = await town.stored('people', personId(openid))
  const memberships = (me?.memberships ?? []) as { communityId: string; role: string }[]
  return memberships.filter(({ role }) => role === 'subdistrict').map(({ communityId }) => communityId)
}
let added = ''

test('the subdistrict reads its communities by name, with who is at each desk', async () => {
  const { subdistrict, rows } = await town.as('officer')(membership.communities, {})
  expect(subdistrict).toBe('邻溪镇')
  expect(rows).toMatchObject([
    { id: a, name: '金星社区', desk: ['李书记'] },
    { id: b, name: '骑龙社区', desk: ['赵书记'] },
  ])
})

test('a new community is every officer’s at once, and has a desk with its first dispatcher', async () => {
  const { id: card } = await town.as('officer')(membership.invite, { communityId: a, role: 'subdistrict' })
  await town.as('officer-2')(membership.accept, { id: card, agreed, name: '杜干事' })
  expect(await officerOf('officer-2')).toEqual([a, b])

  const key = newKey()
  const add = () => town.as('officer')(membership.addCommunity, { communityId: a, ...chenguang }, key)
  added = (await add()).id
  expect((await add()).id).toBe(added)
  for (const openid of ['officer', 'officer-2']) expect(await officerOf(openid)).toEqual([a, b, added])
  const { rows } = await town.as('officer-2')(membership.communities, {})
  expect(rows.map(({ name }) => name)).toEqual(['晨光社区', '金星社区', '骑龙社区'])
  expect(rows[0]?.desk).toEqual([])

  const first = await town.as('officer-2')(membership.invite, {
    communityId: added,
    role: 'dispatcher',
    post: 'secretary',
  })
  await town.as('first')(membership.accept, { id: first.id, agreed, name: '陈书记' })
  expect((await town.as('officer')(membership.communities, {})).rows[0]?.desk).toEqual(['陈书记'])
})

test('compounds, grids and groups are added to and renamed; what people live by is not taken away', async () => {
  const desk = town.as('first')
  const { rev, id: _id, helps: _helps, ...now } = await desk(membership.community, { communityId: added })
  const [yuan] = now.compounds
  if (!yuan) throw new Error('no compound')
  const grown = {
    ...now,
    compounds: [
      { ...yuan, name: '晨光花苑', buildings: [...yuan.buildings, '3号楼'] },
      { name: '晨光里', buildings: ['1号楼'], hasLift: false },
    ],
    grids: [{ name: '花苑网格', buildings: ['晨光花苑 1号楼', '晨光花苑 2号楼'] }],
  }
  await desk(membership.changeCommunity, { communityId: added, rev, ...grown })
  const after = await town.as('officer')(membership.community, { communityId: added })
  expect(after).toMatchObject({
    compounds: [{ id: yuan.id, name: '晨光花苑', buildings: ['1号楼', '2号楼', '3号楼'] }, { name: '晨光里' }],
    grids: [{ name: '花苑网格' }],
    groups: now.groups,
  })
  const { id: _, helps: __, ...said } = after
  expect(await refusal(desk(membership.changeCommunity, { communityId: added, ...said, rev }))).toBe('STALE')
  for (const wrong of [
    { compounds: said.compounds.slice(1) },
    { compounds: said.compounds.map(one => ({ ...one, buildings: ['9号楼'] })) },
    { compounds: [...said.compounds, { id: 'k1', name: '别处', buildings: ['1号楼'], hasLift: false }] },
    { compounds: [...said.compounds, ...said.compounds] },
    { groups: [] },
  ])
    expect(await refusal(desk(membership.changeCommunity, { communityId: added, ...said, ...wrong }))).toBe('BAD_INPUT')
})

test('nobody but the subdistrict opens a community, and only in its own', async () => {
  for (const openid of ['desk', 'keeper', 'zhang', 'nobody'])
    expect(await refusal(town.as(openid)(membership.addCommunity, { communityId: a, ...chenguang }))).toBe('FORBIDDEN')
  await town.put('communities', {
    _id: 'c-far',
    communityId: 'c-far',
    name: '远处社区',
    subdistrictId: 'sd2',
    compounds: [],
    groups: [],
    phone: '',
    rev: 'r0',
    touchedAt: 0,
  })
  expect(await refusal(town.as('officer')(membership.addCommunity, { communityId: 'c-far', ...chenguang }))).toBe(
    'FORBIDDEN',
  )
  const far = { communityId: 'c-far', role: 'dispatcher', post: 'secretary' } as const
  expect(await refusal(town.as('officer')(membership.invite, far))).toBe('FORBIDDEN')
  expect((await town.as('officer')(membership.communities, {})).rows.map(({ id }) => id)).not.toContain('c-far')
})

test('an officer who leaves leaves every community', async () => {
  await town.as('officer')(membership.end, { communityId: b, personId: personId('officer-2'), role: 'subdistrict' })
  expect(await officerOf('officer-2')).toEqual([])
})

test('no phone can appoint the subdistrict’s first officer', async () => {
  const input = { subdistrict: '邻溪镇', community: '金星社区' }
  for (const openid of ['officer', 'desk', 'nobody'])
    expect(await town.raw(openid, 'membership', { verb: 'appoint', input, key: newKey() })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
    })
})

test('communities of one subdistrict may help one another until it keeps one of them to itself', async () => {
  const beside = async (communityId: string) =>
    (await town.as('guest')(rider.neighbours, { communityId })).rows.map(({ id }) => id)
  const { rev } = await town.as('officer')(membership.community, { communityId: b })
  expect(await beside(a)).toEqual([added, b])
  await town.as('officer')(membership.letHelp, { communityId: b, rev, helps: false })
  expect(await beside(a)).toEqual([added])
  expect(await beside(b)).toEqual([])
  const { rows } = await town.as('officer')(membership.communities, {})
  expect(rows.filter(({ helps }) => !helps).map(({ id }) => id)).toEqual([b])
  expect(await refusal(town.as('officer')(membership.letHelp, { communityId: b, rev, helps: true }))).toBe('STALE')
})
