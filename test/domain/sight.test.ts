import { fadesMs } from '@domain/errand/clocks'
import type { Relation } from '@domain/relation'
import type { Role } from '@domain/role'
import { seen } from '@domain/sight'

const whole = {
  id: 'e1',
  communityId: 'a',
  kind: 'meal',
  compound: '金星小区',
  building: '3号楼',
  stairs: '6 楼没电梯',
  what: '午饭',
  elder: '王大爷',
  calls: '爸爸',
  code: '88',
  word: '桂花',
  digits: '1234',
  note: '少盐',
  householdId: 'h1',
  when: { from: 1, until: 2 },
  riderId: 'p2',
  riderName: '张师傅',
  regularRiderId: 'p9',
  rating: 'poor',
  openTo: ['person:p2'],
  slot: 'x',
  outbox: {},
  askedById: 'p3',
  digitsTries: 0,
  digitsTried: 'key sum',
  deliveredAt: 1000,
}
const view = (state: string, my: Relation[], roles: Role[] = ['guest'], now = 1000): string[] =>
  Object.keys(seen('errand', { ...whole, state }, my, roles, now) ?? {}).sort()

test('nobody is ever given the cloud’s own fields', () => {
  for (const state of ['requested', 'dispatched', 'accepted', 'delivered', 'confirmed', 'unheard-of']) {
    for (const my of [[], ['family'], ['rider'], ['asked'], ['family', 'rider']] as Relation[][]) {
      for (const roles of [['guest'], ['dispatcher', 'guest']] as Role[][]) {
        const fields = view(state, my, roles)
        for (const kept of ['openTo', 'slot', 'outbox', 'askedById', 'digitsTries', 'digitsTried', 'phones', 'door'])
          expect(fields).not.toContain(kept)
      }
    }
  }
})

test('before he says yes a rider reads building and kind, no name, no word, no code', () => {
  const fields = view('dispatched', ['asked'])
  expect(fields).toEqual(expect.arrayContaining(['building', 'stairs', 'kind', 'what']))
  for (const later of ['elder', 'word', 'code', 'householdId', 'note', 'digits']) expect(fields).not.toContain(later)
})

test('while he carries it he reads what he needs, and never the family’s digits', () => {
  const fields = view('accepted', ['rider', 'asked'])
  expect(fields).toEqual(expect.arrayContaining(['elder', 'word', 'code', 'note', 'householdId']))
  expect(fields).not.toContain('digits')
  expect(fields).not.toContain('rating')
})

test('two hours after delivery nothing of the house is left to him', () => {
  expect(view('delivered', ['rider'], ['guest'], 1000 + fadesMs - 1)).toContain('word')
  const after = view('delivered', ['rider'], ['guest'], 1000 + fadesMs)
  for (const gone of ['elder', 'word', 'building', 'householdId', 'note', 'code']) expect(after).not.toContain(gone)
})

test('who bought and could not give it reads how the money stands, and nothing of the house', () => {
  const { deliveredAt: _, ...unbrought } = { ...whole, state: 'failed', account: 'open' }
  const his = (more: object) => Object.keys(seen('errand', { ...unbrought, ...more }, ['rider'], ['guest'], 1000) ?? {})
  for (const owed of [{ goodsAt: '门卫那里，左边' }, { bill: { fen: 100, at: 1 } }]) {
    expect(his(owed)).toContain('account')
    for (const gone of ['elder', 'word', 'building', 'householdId']) expect(his(owed)).not.toContain(gone)
  }
  for (const unbought of [{}, { goodsAt: '没拿东西' }]) expect(his(unbought)).not.toContain('account')
})

test('from whom it was called off on its day he reads for two days how the money stands, so that he can say what he paid', () => {
  const day = 86_400_000
  const off = { ...whole, state: 'cancelled', account: 'open', closedAt: day, when: { from: 0, until: 1 } }
  const his = (more: object, now: number) =>
    Object.keys(seen('errand', { ...off, ...more }, ['rider'], ['guest'], now) ?? {})
  expect(his({}, 3 * day - 1)).toContain('account')
  expect(his({}, 3 * day - 1)).not.toContain('elder')
  expect(his({}, 3 * day)).not.toContain('account')
  expect(his({ when: { from: 2 * day, until: 2 * day + 1 } }, 2 * day)).not.toContain('account')
})

test('who comes by from a group card reads kind, compound and time', () => {
  expect(view('requested', [])).toEqual(['communityId', 'compound', 'id', 'kind', 'my', 'state', 'when'])
})

test('the desk does not read the digits or the pick-up code', () => {
  const fields = view('accepted', [], ['dispatcher', 'guest'])
  expect(fields).toContain('word')
  for (const hidden of ['digits', 'code', 'rating']) expect(fields).not.toContain(hidden)
})

test('of two hats the closer one decides; they are never added up', () => {
  expect(view('accepted', ['family'], ['dispatcher', 'guest'])).not.toContain('regularRiderId')
})

test('an unpublished lesson and another family’s household are not seen at all', () => {
  expect(seen('post', { id: 'x', state: 'draft', communityId: 'a' }, [], ['guest'], 0)).toBeUndefined()
  expect(seen('household', { id: 'h', communityId: 'a', elder: '王大爷' }, [], ['guest', 'rider'], 0)).toBeUndefined()
})
