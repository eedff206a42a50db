import { Errand } from '@domain/errand/record'
import { privateFields } from '@domain/private'
import { errandShare } from '@/pages/errand/card/card'
import { now } from '../family/home'

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
