import { errandStates, type Errand } from '../../domain/errand/record'
import { stepsOf } from '../../local/stage/page/steps'
import { flagOf, nextStep, turnOf } from '../../local/stage/page/turn'

const errand = (state: string, more: Partial<Errand> = {}): Errand => ({
  id: 'e1',
  state,
  communityId: 'c1',
  my: [],
  ...more,
})
const names = { family: '王女士', desk: '李书记', rider: '张师傅' }
const paths = { family: '/pages/tab/home/index', desk: '', rider: '' }
const home = { names, paths }

describe('轮到谁', () => {
  test('somebody is due until the errand has ended', () => {
    const ended = errandStates.filter(state => turnOf(errand(state)) === undefined)
    expect(ended).toEqual(['confirmed', 'cancelled'])
  })

  test('the desk confirms for a family without a phone', () => {
    expect(turnOf(errand('delivered'))?.hand).toBe('family')
    expect(turnOf(errand('delivered', { toCall: true }))?.hand).toBe('desk')
  })

  test('the flag names the rider who was asked, whoever holds the phone', () => {
    const offer = { to: 'rider' as const, name: '李师傅', at: 0, until: 1 }
    const flag = (one: Errand) => flagOf(one, turnOf(one) ?? { hand: 'desk', tap: '' }, names)
    expect(flag(errand('dispatched', { offer }))).toBe('该李师傅了')
    expect(flag(errand('dispatched', { offer: { ...offer, to: 'pool' } }))).toBe('看谁顺路')
    expect(flag(errand('requested'))).toBe('该书记了')
    expect(flag(errand('delivered', { askedBy: '陈先生' }))).toBe('该陈先生了')
  })

  test.each([undefined, errand('__proto__'), errand('constructor'), errand('')])('nobody is due for %j', strange => {
    expect(turnOf(strange)).toBeUndefined()
  })
})

describe('带我走一遍', () => {
  test('begins at the family, goes on to the submit, and names who must tap', () => {
    expect(nextStep(undefined, home).tap).toBe('请人帮忙')
    expect(nextStep(undefined, { names, paths: { ...paths, family: '/pages/errand/ask/index' } }).tap).toBe(
      '请社区派人',
    )
    expect(nextStep(errand('accepted', { riderName: '张师傅' }), home)).toEqual({
      hand: 'rider',
      tap: '我出发了',
      say: '点“我出发了”',
    })
    expect(nextStep(errand('accepted', { riderName: '李师傅' }), home)).toMatchObject({
      hand: 'rider',
      tap: '',
      say: '点上面的名字，换成李师傅',
    })
  })
})

describe('这一单的经过', () => {
  const happening = (verb: string, at: number) => ({ verb, who: '张师傅', as: 'rider', at })
  const timeline = ['request', 'dispatch', 'decline', 'dispatch', 'accept', 'depart', 'deliver', 'confirm'].map(
    (verb, i) => happening(verb, i * 180_000),
  )

  test('says who, what, when and how long since, side ways apart', () => {
    const steps = stepsOf(errand('confirmed', { timeline }), 20)
    expect(steps[0]).toEqual({ who: '张师傅', what: '点单', clock: '08:00', gap: '', aside: false })
    expect(steps[2]).toMatchObject({ what: '这次不行', gap: '3 分钟', aside: true })
  })

  test('keeps the first and the latest where there is little room', () => {
    const steps = stepsOf(errand('confirmed', { timeline }), 4)
    expect(steps.map(step => step.what)).toEqual(['点单', '出发', '送到', '收到'])
  })

  test('draws nothing for a verb it has no word for', () => {
    expect(stepsOf(errand('x', { timeline: [happening('toString', 0), happening('future', 0)] }), 9)).toEqual([])
  })
})
