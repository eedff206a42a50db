import { invitationStates, membership, whatWords } from '@domain/membership'
import { appointedBy, mayAppoint, nobody, roles, type Me, type Membership } from '@domain/role'

const me = (role: Membership['role'], stations: string[] = []): Me => ({
  ...nobody,
  id: 'p1',
  memberships: [{ communityId: 'a', role, until: 100 }],
  stations: stations.map(id => ({ id, communityId: 'a', name: id })),
})

test('a role calls in those that the table names, where it is held and until it ends', () => {
  const called = Object.fromEntries(roles.map(role => [role, appointedBy(role)]))
  expect(called).toEqual({
    guest: [],
    resident: [],
    rider: [],
    dispatcher: ['dispatcher', 'keeper', 'department'],
    keeper: ['keeper'],
    department: [],
    subdistrict: ['subdistrict', 'dispatcher', 'department'],
    clock: [],
  })
  const may = (who: Me, communityId: string, now = 0) => mayAppoint(who, { communityId, role: 'dispatcher' }, now)
  expect([may(me('dispatcher'), 'a'), may(me('dispatcher'), 'b'), may(me('dispatcher'), 'a', 100)]).toEqual([
    true,
    false,
    false,
  ])
  for (const junk of ['', '__proto__', 'A']) expect(may(me('dispatcher'), junk)).toBe(false)
  expect(may(nobody, 'a')).toBe(false)
})

test('a clerk calls in clerks of a shop that he keeps himself', () => {
  const into = (stationId: string | undefined) =>
    mayAppoint(me('keeper', ['s1']), { communityId: 'a', role: 'keeper', stationId }, 0)
  expect(['s1', 's2', undefined, '', '__proto__'].map(into)).toEqual([true, false, false, false, false])
})

test('what somebody is reads as people say it', () => {
  expect(whatWords({ role: 'dispatcher', post: 'secretary' })).toBe('书记')
  expect(whatWords({ role: 'dispatcher', post: 'grid', place: '金星小区' })).toBe('金星小区网格员')
  expect(whatWords({ role: 'keeper', place: '红色驿站' })).toBe('红色驿站的店员')
  expect(whatWords({ role: 'department', office: '消防所' })).toBe('消防所')
  expect(whatWords({ role: 'subdistrict' })).toBe('工作人员')
  for (const junk of ['', '__proto__', 'OWNER', 'constructor'])
    expect([whatWords({ role: 'dispatcher', post: junk }), whatWords({ role: junk })]).toEqual(['书记台', '同事'])
})

test('every state can be reached, and two of them end', () => {
  const moves = Object.values(membership).flatMap(row => ('moves' in row ? [row.moves] : []))
  const reached = moves.map(({ to }) => to)
  const left: readonly string[] = moves.flatMap(({ from }) => [...from])
  expect(invitationStates.filter(state => !reached.includes(state))).toEqual([])
  expect(invitationStates.filter(state => !left.includes(state))).toEqual(['takenBack', 'ended'])
})
