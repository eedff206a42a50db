import { ticked } from '@domain/consent'
import { membership } from '@domain/membership'
import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { between } from '../between'
import { a, b, morning, newKey, openTown, person, personId, refusal, type Town } from '../town'

const agreed = ticked(['privacy'])
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const id = personId
const seats = async (openid: string) => (await town.stored('people', id(openid)))?.memberships
const helper = { communityId: a, role: 'dispatcher' as const, post: 'assistant' as const }
const end = (by: string, openid: string, role: 'dispatcher' | 'keeper' | 'department' | 'subdistrict', more = {}) =>
  town.as(by)(membership.end, { communityId: a, personId: id(openid), role, ...more })
async function called(by: string, openid: string, name: string): Promise<void> {
  const made = await town.as(by)(membership.invite, helper)
  await town.as(openid)(membership.accept, { id: made.id, agreed, name })
}

async function officer(openid: string, name: string): Promise<void> {
  const made = await town.as('officer')(membership.invite, { communityId: a, role: 'subdistrict' })
  await town.as(openid)(membership.accept, { id: made.id, agreed, name })
}

test('the last of a desk cannot go until the subdistrict has appointed another', async () => {
  expect(await refusal(end('desk', 'desk', 'dispatcher'))).toBe('LAST_AT_DESK')
  expect(await refusal(end('officer', 'desk', 'dispatcher'))).toBe('LAST_AT_DESK')
  await called('officer', 'new', '林书记')
  await end('desk', 'desk', 'dispatcher')
  expect(await seats('desk')).toEqual([])
  expect(await refusal(town.as('desk')(errand.board, { communityId: a }))).toBe('FORBIDDEN')
  expect(await refusal(end('new', 'new', 'dispatcher'))).toBe('LAST_AT_DESK')
})

test('of the last two who leave at the same moment one stays', async () => {
  await called('desk', 'new', '小林')
  await Promise.all([refusal(end('desk', 'desk', 'dispatcher')), refusal(end('new', 'new', 'dispatcher'))])
  const left = [await seats('desk'), await seats('new')].flat()
  expect(left).toContainEqual(expect.objectContaining({ communityId: a, role: 'dispatcher' }))
})

test('the last of a subdistrict cannot go until another officer is there, whichever of its communities he is asked for', async () => {
  expect(await refusal(end('officer', 'officer', 'subdistrict'))).toBe('LAST_IN_OFFICE')
  expect(await refusal(end('officer', 'officer', 'subdistrict', { communityId: b }))).toBe('LAST_IN_OFFICE')
  await officer('officer-2', '杜干事')
  await end('officer', 'officer', 'subdistrict')
  expect(await seats('officer')).toEqual([])
  expect(await refusal(end('officer-2', 'officer-2', 'subdistrict'))).toBe('LAST_IN_OFFICE')
})

test('of the last two officers who leave at the same moment, each by another community, one stays', async () => {
  await officer('officer-2', '杜干事')
  const both = [
    end('officer', 'officer', 'subdistrict'),
    end('officer-2', 'officer-2', 'subdistrict', { communityId: b }),
  ]
  const codes = await Promise.all(both.map(refusal))
  expect(codes.filter(code => code === 'nothing was refused').length).toBeLessThan(2)
  const left = [await seats('officer'), await seats('officer-2')].flat()
  for (const communityId of [a, b]) expect(left).toContainEqual({ communityId, role: 'subdistrict' })
})

test('who came, who went, by whom and when is read by the desk', async () => {
  await called('desk', 'new', '小林')
  await end('desk', 'new', 'dispatcher')
  await end('desk', 'keeper', 'keeper', { stationId: 's1' })
  const { changes, rows } = await town.as('desk')(membership.colleagues, { communityId: a })
  expect(changes).toMatchObject([
    { who: '周店员', role: 'keeper', how: 'ended', by: '李书记' },
    { who: '小林', role: 'dispatcher', post: 'assistant', how: 'ended', by: '李书记' },
  ])
  expect(rows.map(({ name }) => name)).not.toContain('小林')
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['李书记', '方所长', '高主任']))
})

test('a clerk leaves one of two shops and keeps the other; his colleague’s shop only', async () => {
  await town.put('stations', { ...(await town.stored('stations', 's1')), _id: 's2', stationId: 's2', code: 'AAAAA2' })
  const made = await town.as('desk')(membership.invite, { communityId: a, role: 'keeper', stationId: 's2' })
  await town.as('keeper')(membership.accept, { id: made.id, agreed })
  const other = await town.as('desk')(membership.invite, { communityId: a, role: 'keeper', stationId: 's2' })
  await town.as('new')(membership.accept, { id: other.id, agreed, name: '小吴' })
  expect(await refusal(end('new', 'keeper', 'keeper', { stationId: 's1' }))).toBe('FORBIDDEN')
  await end('keeper', 'keeper', 'keeper', { stationId: 's1' })
  expect(await town.stored('people', id('keeper'))).toMatchObject({
    memberships: [{ communityId: a, role: 'keeper' }],
    stations: [{ id: 's2' }],
  })
  await end('new', 'keeper', 'keeper', { stationId: 's2' })
  expect(await town.stored('people', id('keeper'))).toMatchObject({ memberships: [], stations: [] })
  const own = (await town.as('new')(membership.colleagues, { communityId: a })).rows
  expect(own.map(({ name }) => name)).toEqual(['小吴'])
})

test('the same tap twice ends once, and nobody is ended in a role he does not have', async () => {
  await called('desk', 'new', '小林')
  const input = { communityId: a, personId: id('new'), role: 'dispatcher' as const }
  const key = newKey()
  await town.as('desk')(membership.end, input, key)
  await town.as('desk')(membership.end, input, key)
  expect(await refusal(town.as('desk')(membership.end, input))).toBe('NOT_FOUND')
  expect(await refusal(end('desk', 'zhang', 'keeper'))).toBe('NOT_FOUND')
  expect(await refusal(end('desk', 'nobody-at-all', 'keeper'))).toBe('NOT_FOUND')
})

test('whoever gave up his last role and never got the answer gets it when the tap is sent again, and only then', async () => {
  await called('desk', 'new', '小林')
  const input = { communityId: a, personId: id('new'), role: 'dispatcher' as const }
  const key = newKey()
  const first = await town.as('new')(membership.end, input, key)
  expect(await town.as('new')(membership.end, input, key)).toEqual(first)
  expect(await seats('new')).toEqual([])
  expect(await refusal(town.as('new')(membership.end, input))).toBe('FORBIDDEN')
  expect(await refusal(town.as('new')(membership.end, { ...input, role: 'keeper' }, key))).toBe('FORBIDDEN')
  expect(await refusal(town.as('new')(membership.colleagues, { communityId: a }))).toBe('FORBIDDEN')
  // One who was there before anybody was invited, too.
  const office = { communityId: a, personId: id('office'), role: 'department' as const }
  const left = await town.as('office')(membership.end, office, key)
  expect(await town.as('office')(membership.end, office, key)).toEqual(left)
})

test('a dispatcher of one community who lives in another can do nothing there', async () => {
  const there = town.as('desk-b')
  const made = await town.as('desk')(membership.invite, helper)
  const community = { name: 'x', phone: '08580000009', compounds: [], grids: [], groups: [] }
  const calls = [
    there(membership.invite, helper),
    there(membership.invitations, { communityId: a }),
    there(membership.takeBack, { id: made.id }),
    there(membership.colleagues, { communityId: a }),
    there(membership.end, { communityId: a, personId: id('keeper'), role: 'keeper', stationId: 's1' }),
    // A community he may, with a person of one he may not.
    there(membership.end, { communityId: b, personId: id('keeper'), role: 'keeper', stationId: 's1' }),
    there(membership.community, { communityId: a }),
    there(membership.communities, {}),
    there(people.takeDuty, { communityId: a, hours: 1 }),
    there(people.takeDuty, { communityId: a, hours: 1, personId: id('desk-b') }),
  ]
  for (const call of calls) expect(await refusal(call)).toMatch(/^(FORBIDDEN|NOT_FOUND)$/)
  expect(await refusal(there(membership.changeCommunity, { communityId: a, rev: 'r0', ...community }))).not.toBe(
    'nothing was refused',
  )
  expect(await seats('keeper')).toHaveLength(1)
})

describe('今天值班', () => {
  const take = (who: string, more = {}) => town.as(who)(people.takeDuty, { communityId: a, hours: 8, ...more })
  const onDuty = async () => (await town.as('guest')(people.community, { id: a })).onDuty

  test('is taken, handed to a colleague of the same desk, and has a stand-in, and everybody reads both names', async () => {
    await called('desk', 'new', '小王')
    await take('desk', { standInId: id('new') })
    expect(await onDuty()).toMatchObject({ name: '李书记', standIn: '小王', standInId: id('new') })
    await take('desk', { personId: id('new') })
    expect(await onDuty()).toMatchObject({ personId: id('new'), name: '小王' })
    expect(await onDuty()).not.toHaveProperty('standIn')
  })

  test('is handed to nobody who is not of this desk', async () => {
    for (const openid of ['zhang', 'desk-b', 'keeper', 'nobody-at-all']) {
      expect(await refusal(take('desk', { personId: id(openid) }))).toBe('NOT_FOUND')
      expect(await refusal(take('desk', { standInId: id(openid) }))).toBe('NOT_FOUND')
    }
    expect(await onDuty()).toBeUndefined()
  })
})

test('whose time at the desk is over is not the one who stays', async () => {
  const over = [{ communityId: b, role: 'dispatcher' as const, until: morning - 1 }]
  await town.put('people', person('left-desk', '冯书记', over))
  const { rows } = await town.as('desk-b')(membership.colleagues, { communityId: b })
  expect(rows.map(({ name }) => name)).not.toContain('冯书记')
  const leaving = { communityId: b, personId: personId('desk-b'), role: 'dispatcher' as const }
  expect(await refusal(town.as('desk-b')(membership.end, leaving))).toBe('LAST_AT_DESK')
})

describe('交给同事', () => {
  const shop = { communityId: a, role: 'keeper' as const, stationId: 's1' }
  const handOn = (from: string, to: string, more = {}, key?: string) =>
    town.as(from)(membership.end, { ...shop, personId: id(from), to: id(to), ...more }, key)
  const clerks = async () => {
    const { rows } = await town.as('desk')(membership.colleagues, { communityId: a })
    return rows.flatMap(({ stationId, name }) => (stationId === 's1' ? [name] : []))
  }
  async function comeBack(openid: string, name: string): Promise<void> {
    if ((await clerks()).includes(name)) return
    const made = await town.as('desk')(membership.invite, shop)
    await town.as(openid)(membership.accept, { id: made.id, agreed, name })
  }
  beforeEach(() => comeBack('wu', '小吴'))

  test('a clerk hands the shop on to another of its clerks, and has nothing to do with it any more', async () => {
    await handOn('keeper', 'wu')
    expect(await clerks()).toEqual(['小吴'])
    expect(await town.stored('people', id('keeper'))).toMatchObject({ memberships: [], stations: [] })
    expect(await refusal(town.as('keeper')(membership.invite, shop))).toBe('FORBIDDEN')
  })

  test('his phone has it with the answer that he is no clerk any more', async () => {
    const { me: before } = await town.raw('keeper', 'people', { verb: 'community', input: { id: a } })
    expect(before).toMatchObject({ memberships: [{ role: 'keeper' }] })
    const input = { ...shop, personId: id('keeper'), to: id('wu') }
    const told = await town.raw('keeper', 'membership', { verb: 'end', input, key: newKey(), me: before?.rev })
    expect(told.me).toMatchObject({ memberships: [], stations: [] })
  })

  test('it is handed on to nobody who is no clerk of that very shop, and by nobody but who gives it up', async () => {
    await town.put('stations', { ...(await town.stored('stations', 's1')), _id: 's2', stationId: 's2', code: 'AAAAA2' })
    const beside = await town.as('desk')(membership.invite, { ...shop, stationId: 's2' })
    await town.as('beside')(membership.accept, { id: beside.id, agreed, name: '小郑' })
    const over = [{ communityId: a, role: 'keeper' as const, until: morning - 1 }]
    const stations = [{ id: 's1', communityId: a, name: '红色驿站' }]
    await town.put('people', { ...person('once', '老钱', over), stations })
    for (const to of ['beside', 'once', 'desk', 'zhang', 'keeper', 'nobody-at-all'])
      expect(await refusal(handOn('keeper', to))).toBe('NOT_FOUND')
    for (const more of [{ stationId: undefined }, { stationId: 's2' }, { role: 'department' }])
      expect(await refusal(handOn('keeper', 'wu', more))).toBe('NOT_FOUND')
    for (const by of ['desk', 'keeper', 'wu', 'beside'])
      expect(await refusal(town.as(by)(membership.end, { ...shop, personId: id('once'), to: id('wu') }))).toBe(
        'FORBIDDEN',
      )
    expect(await clerks()).toEqual(['周店员', '小吴'])
  })

  test.each([
    ['hands it on to him', () => handOn('wu', 'keeper')],
    ['is taken off', () => town.as('desk')(membership.end, { ...shop, personId: id('wu') })],
  ])(
    'whoever is given it keeps it, also when he %s in between',
    async (_how, meanwhile) => {
      let refused = 0
      for (let nth = 1; ; nth += 1) {
        const ended = await between(
          town,
          { fn: 'membership', verb: 'end', nth },
          () => handOn('keeper', 'wu'),
          async () => {
            if ((await refusal(meanwhile())) !== 'nothing was refused') refused += 1
          },
        )
        expect([nth, await clerks()]).toEqual([nth, [expect.any(String)]])
        if (ended === undefined) break
        for (const [openid, name] of [
          ['keeper', '周店员'],
          ['wu', '小吴'],
        ] as const)
          await comeBack(openid, name)
      }
      expect(refused).toBeGreaterThan(2)
    },
    60_000,
  )

  test('the same tap, sent again after the other has gone too, is answered as it was', async () => {
    const key = newKey()
    const first = await handOn('keeper', 'wu', {}, key)
    await end('wu', 'wu', 'keeper', { stationId: 's1' })
    expect(await handOn('keeper', 'wu', {}, key)).toEqual(first)
    expect(await refusal(handOn('keeper', 'wu'))).toBe('FORBIDDEN')
  })
})
