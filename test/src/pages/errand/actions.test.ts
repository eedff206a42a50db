import { errand as errands } from '@domain/errand'
import { errandStates, type Errand } from '@domain/errand/record'
import { open, writes } from '@domain/operation'
import { givenRoles, nobody, type Me, type Role } from '@domain/role'
import { actions, buttonless, drawn } from '@/components/ErrandActions'
import { communityId, lunch, now } from '../family/home'

const sideBy: Partial<Record<Role, string>> = { resident: 'family', rider: 'rider', dispatcher: 'desk' }
const acting = Object.values(errands).filter(row => writes(row) && (!('moves' in row) || row.moves.from.length > 0))
const cells = acting.flatMap(row => row.by.flatMap(role => (sideBy[role] ? [[row.verb, sideBy[role]] as const] : [])))

describe('the buttons of an errand', () => {
  test.each(cells)('%s has words for the %s', (verb, side) => {
    // A notice's own row, the live card that goes with a share, what 我的数据 does for who leaves, and the weather of a whole community.
    const isSilent = [...buttonless, 'called', 'card', 'leave', 'stop', 'goOn', 'dispatchMany', 'relieve'].includes(
      verb,
    )
    expect(isSilent || actions.some(action => action.verb === verb && action.side === side)).toBe(true)
  })

  test('no button is for who may not: every one is in the table for its side', () => {
    const allowed = cells.map(cell => cell.join(' '))
    expect(actions.filter(({ verb, side }) => !allowed.includes(`${verb} ${side}`))).toEqual([])
  })

  test('a person of any role, in any state, is drawn nothing that the table does not open', () => {
    for (const role of givenRoles) {
      const me: Me = { ...nobody, id: 'x', memberships: [{ communityId, role }] }
      for (const state of [...errandStates, '__proto__', '']) {
        const errand: Errand = lunch(state, { my: ['family', 'rider', 'asked'], riderId: 'x' })
        for (const side of ['family', 'rider', 'desk', 'passerby'] as const) {
          const { main, plain, quiet, rare } = drawn(errand, me, side, now)
          const verbs = [...(main ? [main] : []), ...plain, ...quiet, ...rare].map(action => action.verb)
          expect(verbs.filter(verb => !open(errands, me, errand).includes(verb))).toEqual([])
          if (side === 'passerby') expect(verbs).toEqual([])
        }
      }
    }
  })

  test('an errand offered to everybody cannot be declined, one by name can', () => {
    const me: Me = { ...nobody, id: 'z', memberships: [{ communityId, role: 'rider' }] }
    const offered = (to: 'rider' | 'pool'): Errand =>
      lunch('dispatched', { my: ['asked'], offer: { to, at: now, until: now } })
    const labels = (to: 'rider' | 'pool') => drawn(offered(to), me, 'rider', now).plain.map(({ label }) => label)
    expect(labels('rider')).toContain('这次不行')
    expect(labels('pool')).not.toContain('这次不行')
  })

  test.each([
    ['what was brought', {}, ['没收到', '东西不对'], ['没收到', '东西不对', '钱不对']],
    [
      'a ride',
      { kind: 'ride', ride: { place: '一中', leg: 'there' } },
      ['有话说'],
      ['没接到人', '来晚了', '送错地方了'],
    ],
    ['what was sent', { kind: 'parcel', what: '寄快递' }, ['有话说'], ['没寄出去', '寄错地方了', '钱不对']],
  ] as const)('of %s can be wrong what belongs to it', (_, of, labels, told) => {
    const disputesFor = (side: 'family' | 'desk', role: Me['memberships'][number]['role']) => {
      const me: Me = { ...nobody, id: 'w', memberships: [{ communityId, role }] }
      const { plain, rare } = drawn(lunch('delivered', { ...of, deliveredAt: now }), me, side, now)
      return [...plain, ...rare].filter(({ verb }) => verb === 'dispute')
    }
    expect(disputesFor('family', 'resident').map(({ label }) => label)).toEqual(labels)
    expect(disputesFor('desk', 'dispatcher').map(({ reasons }) => reasons)).toEqual([told])
  })

  test('a newcomer is telephoned before anybody is sent', () => {
    const me: Me = { ...nobody, id: 'li', memberships: [{ communityId, role: 'dispatcher' }] }
    const { main, plain } = drawn(lunch('requested', { my: [], newcomer: true }), me, 'desk', now)
    expect(main?.label).toBe('打过电话核实了')
    expect(plain.map(({ verb }) => verb)).not.toContain('dispatch')
  })

  test.each([
    ['family', 'resident'],
    ['desk', 'dispatcher'],
  ] as const)('two days after it came, and not after it was confirmed, the %s disputes no more', (side, role) => {
    const me: Me = { ...nobody, id: 'w', memberships: [{ communityId, role }] }
    const verbs = (state: string, hoursAgo: number) => {
      const done = lunch(state, { deliveredAt: now - hoursAgo * 3_600_000, closedAt: now })
      const { plain, rare } = drawn(done, me, side, now)
      return [...plain, ...rare].map(({ verb }) => verb)
    }
    for (const state of ['delivered', 'confirmed']) {
      expect(verbs(state, 47)).toContain('dispute')
      expect(verbs(state, 49)).not.toContain('dispute')
    }
  })
})
