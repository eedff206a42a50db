import { goodsWords } from '@domain/errand/goods'
import { errandStates, isOpen, type Errand } from '@domain/errand/record'
import { sideOf, type Side } from '@domain/errand/side'
import { columnOf, standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { wordFor } from '@domain/errand/word'
import { dotted } from '@domain/line'
import { sayings, sentenceOf, type Notice, type Saying } from '@domain/notice'
import { minuteMs, momentOf } from '@domain/time'

const now = momentOf('2026-11-23', '10:07')
const errand: Errand = {
  id: 'e1',
  state: 'requested',
  communityId: 'a',
  my: [],
  kind: 'meal',
  calls: '爸爸',
  elder: '王大爷',
  what: '午饭',
  requestedAt: now - 12 * minuteMs,
  when: { from: momentOf('2026-11-23', '10:30'), until: momentOf('2026-11-23', '11:00') },
  riderName: '张师傅',
  word: '桂花',
  pickUp: '社区食堂',
}

/** As it is read: where a line may not break is not seen. */
const read = (words: string): string => words.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')

describe('how it stands', () => {
  test('every state is a sentence for every side that reads it', () => {
    for (const state of errandStates) {
      for (const side of ['family', 'desk', 'passerby'] as Side[])
        expect(standing({ ...errand, state }, side, now).words).not.toMatch(/undefined|请看经过/)
    }
  })

  test('in the words of the notice board', () => {
    expect(standing(errand, 'family', now).words).toBe('社区收到了，正在安排')
    expect(read(standing(errand, 'desk', now).words)).toBe('等派 · 已 12 分钟 · 11:00 前要')
    expect(read(standing({ ...errand, state: 'accepted' }, 'family', now).words)).toBe(
      '张师傅接了，11:00 前到。口令 桂花',
    )
    expect(standing({ ...errand, state: 'accepted' }, 'rider', now).words).toBe('您接了。去社区食堂拿')
    expect(read(standing({ ...errand, state: 'confirmed', confirmedBy: 'clock' }, 'desk', now).words)).toBe(
      '办好 · 自动',
    )
  })

  test('who sends a parcel is fetched from first', () => {
    const sent = { ...errand, kind: 'parcel', what: '寄快递', pickUp: '南门快递驿站', state: 'accepted' }
    expect(standing(sent, 'rider', now).words).toBe('您接了。上门拿，到南门快递驿站寄')
    expect(standing({ ...sent, what: '取快递' }, 'rider', now).words).toBe('您接了。去南门快递驿站拿')
  })

  test.each([
    ['门卫那里，左边', '您接了。东西在门卫那里，左边', '门卫那里，左边'],
    ['在我手上', '您接了。东西在上一位师傅手上', '张师傅手上'],
    ['还在店里', '您接了。去社区食堂拿', '还在店里'],
    ['没拿东西', '您接了。去社区食堂拿', '没拿东西'],
  ])('goods left 在 %s are fetched there by the next one', (goodsAt, his, whileStuck) => {
    const taken = { ...errand, state: 'accepted', riderName: '李师傅', goodsAt }
    expect(standing(taken, 'rider', now).words).toBe(his)
    expect(goodsWords({ ...errand, state: 'failed', goodsAt })).toBe(whileStuck)
  })

  test.each([
    ['the way there', { kind: 'ride', ride: { place: '第一中学', leg: 'there' } }, '到考点了'],
    ['the way home', { kind: 'ride', ride: { place: '第一中学', leg: 'back' } }, '到家了'],
    ['a parcel that is sent', { kind: 'parcel', what: '寄快递' }, '寄出了'],
  ])('%s brings nothing to anybody, and is not read as if it had', (_, more, words) => {
    const over = { ...errand, ...more, state: 'delivered', proof: { how: 'person' } }
    expect(standing(over, 'family', now).words).toBe(`${words}。知道了请点一下`)
    expect(standing(over, 'rider', now).words).toBe(`${words}，等家里点`)
    expect(sentenceOf(over, { to: 'family', say: 'delivered', at: now, reach: 'waiting' })).toBe(
      `${words}。知道了请点一下`,
    )
  })

  test('what is for another day is never read as today’s', () => {
    const when = { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') }
    const next = { ...errand, when }
    expect(read(standing(next, 'desk', now).words)).toBe('等派 · 已 12 分钟 · 明天 11:00 前要')
    const accepted = { ...next, state: 'accepted' }
    expect(read(standing(accepted, 'family', now).words)).toBe('张师傅接了，明天 11:00 前到。口令 桂花')
    expect(standing(accepted, 'rider', now).words).toBe('您接了，明天去社区食堂拿')
    expect(standing({ ...accepted, goodsAt: '邻居家' }, 'rider', now).words).toBe('您接了，明天去，东西在邻居家')
    const told: Notice = { to: 'family', say: 'accepted', who: '张师傅', at: now, reach: 'waiting' }
    const taken = { acceptedAt: now }
    expect(sentenceOf({ ...next, ...taken }, told)).toBe('张师傅接了，11月24日 11:00 前到。口令 桂花')
    expect(sentenceOf({ ...errand, ...taken }, told)).toBe('张师傅接了，11:00 前到。口令 桂花')
  })

  test('no line begins with a dot, and the two characters of a 口令 stay in one', () => {
    const { words } = standing(errand, 'desk', now)
    expect(words.match(/ · /g)).toBeNull()
    expect(words.match(/\u00a0· /g)).toHaveLength(2)
    expect(standing({ ...errand, state: 'underway' }, 'family', now).words).toContain(
      '口\u2060令\u2060\u00a0\u2060桂\u2060花',
    )
    expect(dotted('一', '', undefined, '二')).toBe('一\u00a0· 二')
  })

  test('what is not over is open, in a state of a newer cloud too', () => {
    expect(errandStates.filter(state => !isOpen({ state }))).toEqual(['confirmed', 'cancelled'])
    for (const state of ['teleported', '', '__proto__']) expect(isOpen({ state })).toBe(true)
  })

  test('stuck is said to the desk as stuck and to the family as care', () => {
    const stuck = { ...errand, state: 'dispatched', escalated: { why: 'nobodyAccepts', at: now } }
    expect(standing(stuck, 'desk', now)).toEqual({ words: '卡住：没人接', tone: 'stuck' })
    expect(standing(stuck, 'family', now).tone).toBe('waiting')
    expect(columnOf(stuck)).toBe('stuck')
  })

  test('who waits in a shop for an answer is stuck at the desk until somebody has said', () => {
    const asked: Errand = { ...errand, state: 'accepted', more: { fen: 6200, at: now - 3 * minuteMs } }
    const words = '张师傅在店里等：要 62 元，家里还没答 · 已 3 分钟'
    expect(read(standing(asked, 'desk', now).words)).toBe(words)
    expect(columnOf(asked)).toBe('stuck')
    const stop = { why: '暴雨', until: now + minuteMs }
    expect(read(standing({ ...asked, stop }, 'desk', now).words)).toBe(words)
    expect(standing(asked, 'rider', now).words).toContain('您接了')
    for (const over of [
      { more: { fen: 6200, at: now, yesAt: now } },
      { bill: { fen: 3000, at: now } },
      { state: 'delivered' },
      { more: undefined },
    ])
      expect([columnOf({ ...asked, ...over }), standing({ ...asked, ...over }, 'desk', now).tone]).toEqual([
        'going',
        'going',
      ])
  })

  test('a state from a newer cloud is drawn plainly', () => {
    expect(standing({ ...errand, state: 'teleported' }, 'family', now)).toEqual({
      words: '有新进展，请看经过',
      tone: 'plain',
    })
  })

  test('a family reads 师傅 and never 骑手, whatever happens', () => {
    for (const state of errandStates)
      expect(standing({ ...errand, state, riderName: undefined }, 'family', now).words).not.toContain('骑手')
  })

  test('titles: 爸爸的午饭 at home, 送饭 · 王大爷 at the desk, 送饭 to a rider who has not said yes', () => {
    expect(titleOf(errand, 'family')).toBe('爸爸的午饭')
    expect(read(titleOf(errand, 'desk'))).toBe('送饭 · 王大爷')
    expect(titleOf({ ...errand, elder: undefined }, 'rider')).toBe('送饭')
    expect(titleOf({ ...errand, kind: 'ride', calls: '爷爷' }, 'family')).toBe('爷爷家的接送')
    expect(sideOf({ ...errand, my: ['family', 'rider'] }, true)).toBe('family')
    expect(sideOf(errand, false)).toBe('passerby')
  })
})

test('a word for any number, the same for the same', () => {
  for (const number of [0, 1, 47, 48, -5, 1e9, 3.7]) expect(wordFor(number)).toMatch(/^\p{Script=Han}{2}$/u)
  expect(wordFor(49)).toBe(wordFor(1))
})

test('every notice is a sentence, whatever is missing; a push template holds no person', () => {
  for (const say of Object.keys(sayings) as Saying[]) {
    const notice: Notice = { to: 'family', say, at: now, reach: 'waiting' }
    expect(sentenceOf({}, notice)).toMatch(/\p{Script=Han}{2}/u)
    expect(sentenceOf({}, notice)).not.toContain('undefined')
  }
  expect(sentenceOf({}, { to: 'family', say: 'unheardOf' as Saying, at: now, reach: 'waiting' })).toBe(
    '有新进展，点开看看',
  )
})
