import { Errand } from '@domain/errand/record'
import { privateFields } from '@domain/private'
import { errandShare } from '@/pages/errand/card/card'
import { forwardWords } from '@/pages/errand/one/WhoComes'
import { lunch, now } from '../family/home'

test('a card in a group says kind, compound and time, and no word of anybody', () => {
  const marks = Object.fromEntries(privateFields('errands').map(field => [field, `⟦${field}⟧`]))
  const shape = { my: [], kind: 'meal', compound: '金星小区', when: { from: now, until: now + 1 } }
  for (const state of ['requested', 'dispatched', 'accepted', 'delivered', 'disputed', 'unheard-of']) {
    const fields = Object.entries({ ...marks, ...shape, id: 'r1', state, communityId: 'c1' })
    // What is no text in an errand is left out of it one by one.
    const errand = fields.reduce<Errand>(
      (sofar, [field, value]) => {
        const next = Errand.safeParse({ ...sofar, [field]: value })
        return next.success ? next.data : sofar
      },
      { id: 'r1', state, communityId: 'c1', my: [] },
    )
    expect(Object.values(errand).filter(value => String(value).startsWith('⟦')).length).toBeGreaterThan(10)
    const { title, path } = errandShare(errand, now)
    expect(title).toContain('金星小区')
    expect(`${title} ${decodeURIComponent(path)}`).not.toContain('⟦')
  }
})

test('what the family tells its own group names the day; a car is told by when it comes, and no word is', () => {
  const coming = { riderName: '张师傅', riderTrade: 'courier', word: '桂花' }
  expect(forwardWords(lunch('accepted', coming), now)).toBe('张师傅（快递）11:00 前到，口令家里人知道')
  const tomorrow = { from: now + 24 * 3_600_000, until: now + 25 * 3_600_000 }
  const ride = { kind: 'ride', ride: { place: '第一中学', leg: 'there' }, when: tomorrow }
  expect(forwardWords(lunch('accepted', { ...coming, ...ride }), now)).toBe(
    '张师傅（快递）3月2日 10:07 来，口令家里人知道',
  )
})
