import { sayings, type Saying } from '@domain/notice'
import { fitted } from '@domain/template'
import { pushWords } from '../../../cloudfunctions/errand/push-words'

const all = Object.keys(sayings).map(say => say as Saying)

test('each notice has words for a locked phone that WeChat does not cut, and no number in them', () => {
  for (const say of all) {
    const words = pushWords({ say }, {})
    expect(words).not.toContain('新进展')
    expect(words).not.toMatch(/\d/)
    expect(fitted('thing1', words)).toBe(words)
  }
})

test('of a ride nobody reads that it was delivered', () => {
  expect(pushWords({ say: 'delivered' }, { ride: { place: '一中', leg: 'there' } })).toBe('到考点了，知道了请点一下')
  expect(pushWords({ say: 'delivered' }, { kind: 'meal' })).toBe('送到了，收到请点一下')
})
