import { errand } from '@domain/errand'
import { errandStates } from '@domain/errand/record'
import { failures } from '@domain/failure'
import { area, may, moved, OnlyId, open, text, writes, type Operation } from '@domain/operation'
import { people } from '@domain/people'
import { doorsOf, relationsOf } from '@domain/relation'
import { nobody, rolesIn, scopeOf, type Me } from '@domain/role'
import { station } from '@domain/station'
import { study } from '@domain/study'

const desk: Me = {
  ...nobody,
  id: 'p1',
  memberships: [
    { communityId: 'a', role: 'dispatcher' },
    { communityId: 'b', role: 'resident' },
  ],
}
const rider: Me = { ...nobody, id: 'p2', memberships: [{ communityId: 'a', role: 'rider' }], areas: ['k1'] }
const family: Me = {
  ...nobody,
  id: 'p3',
  memberships: [{ communityId: 'a', role: 'resident' }],
  households: [{ id: 'h1', communityId: 'a', calls: '爸爸', elder: '王大爷', place: '3号楼' }],
}
const tables = { errand, study, station, people }

describe('a row', () => {
  test('knows its area and its verb', () => {
    for (const [name, table] of Object.entries(tables)) {
      for (const [verb, op] of Object.entries(table)) expect([op.area, op.verb]).toEqual([name, verb])
    }
  })

  test('starts and ends in states that exist', () => {
    for (const op of Object.values(errand) as unknown as Operation[]) {
      for (const state of [...(op.moves?.from ?? []), ...(op.moves ? [op.moves.to] : [])])
        expect(errandStates).toContain(state)
    }
  })

  test('leaves no state without a way on, but the two that end', () => {
    const rows = Object.values(errand) as unknown as Operation[]
    const stuck = errandStates.filter(state => !rows.some(op => op.moves?.from.includes(state)))
    expect(stuck).toEqual(['cancelled'])
    expect(errandStates.filter(state => !rows.some(op => op.moves?.to === state))).toEqual([])
  })

  test('asks strictly: a field it does not name is refused', () => {
    for (const table of Object.values(tables)) {
      for (const op of Object.values(table) as unknown as Operation[]) {
        if (writes(op)) expect(op.input.safeParse({ id: 'x', communityId: 'x', unheardOf: 1 }).success).toBe(false)
      }
    }
  })
})

describe('what stands open to a person', () => {
  const dispatched = { communityId: 'a', state: 'dispatched', my: ['asked'] }

  test('is read from the same table that guards the cloud', () => {
    expect(open(errand, rider, dispatched)).toEqual(['accept', 'decline', 'see'])
    expect(open(errand, rider, { ...dispatched, my: [] })).toEqual([])
    expect(open(errand, family, { communityId: 'a', state: 'delivered', my: ['family'] })).toEqual([
      'confirm',
      'dispute',
      'leave',
      'reveal',
      'card',
      'allowMore',
      'pay',
    ])
    expect(open(errand, desk, { communityId: 'a', state: 'requested', my: [] })).toEqual(
      expect.arrayContaining(['dispatch', 'agree', 'return', 'cancel']),
    )
  })

  test('is nothing in a community where he only lives', () => {
    expect(open(errand, desk, { communityId: 'b', state: 'requested', my: [] })).toEqual([])
  })

  test('is nothing for junk', () => {
    for (const state of [undefined, '', 'nope', '__proto__', 'ACCEPTED'])
      expect(open(errand, rider, { communityId: 'a', state, my: ['asked'] })).not.toContain('accept')
    expect(may(errand.accept, nobody, dispatched)).toBe(false)
  })
})

describe('a role', () => {
  test('counts where it is held and until it ends', () => {
    const me: Me = { ...nobody, memberships: [{ communityId: 'a', role: 'rider', until: 100 }] }
    expect(scopeOf(me, 'rider', 99)).toEqual(['a'])
    expect(scopeOf(me, 'rider', 100)).toEqual([])
    expect(rolesIn(me, 'b', 0)).toEqual(['guest'])
    for (const junk of [undefined, '', '__proto__', 'A']) expect(rolesIn(me, junk, 0)).toEqual(['guest'])
  })
})

describe('a relation', () => {
  test('is one field of the record and the values that make it mine', () => {
    expect(relationsOf(rider, { riderId: 'p2' }, 0)).toEqual(['rider', 'carrier'])
    expect(relationsOf(rider, { openTo: ['compound:k1'] }, 0)).toEqual(['asked'])
    expect(relationsOf(family, { householdId: 'h1' }, 0)).toEqual(['family'])
    for (const junk of [
      {},
      { riderId: null },
      { riderId: { $ne: null } },
      { openTo: 'person:p2x' },
      { householdId: '' },
    ])
      expect(relationsOf(rider, junk, 0)).toEqual([])
  })

  test('a rider’s doors are himself, his compounds and his communities', () => {
    expect(doorsOf(rider, 0)).toEqual(['person:p2', 'compound:k1', 'community:a'])
    expect(doorsOf(family, 0)).toEqual(['person:p3'])
  })

  test('whose time as a rider is over has no door but his own', () => {
    const until = 1000
    const onTrial: Me = { ...rider, memberships: [{ communityId: 'a', role: 'rider', until }] }
    expect(doorsOf(onTrial, until - 1)).toEqual(doorsOf(rider, 0))
    expect(doorsOf(onTrial, until)).toEqual(['person:p2'])
    expect(relationsOf(onTrial, { openTo: ['community:a'] }, until)).toEqual([])
  })
})

test('every failure says what to do in at most forty characters, without an exclamation', () => {
  for (const sentence of Object.values(failures)) {
    for (const words of [sentence({}), sentence({ who: '张师傅', left: 3, why: '最多写 60 个字' })]) {
      expect(words.length).toBeLessThanOrEqual(40)
      expect(words).toMatch(/\p{Script=Han}/u)
      expect(words).not.toMatch(/[!！]/)
    }
  }
})

test('text is trimmed, bounded and free of control characters', () => {
  expect(text(3).safeParse(' 好 ')).toMatchObject({ success: true, data: '好' })
  for (const bad of ['', '   ', '好好好好', 'a\u0000b', 7, null, undefined])
    expect(text(3).safeParse(bad).success).toBe(false)
})

test('a misspelt relation or role does not compile', () => {
  // @ts-expect-error no such role
  area('x', { go: { by: ['OWNER'], input: OnlyId, output: moved } })
  // @ts-expect-error no such relation
  area('x', { go: { by: ['guest'], own: ['owner'], input: OnlyId, output: moved } })
})
