import { Ask } from '@domain/errand/ask'
import * as z from '@domain/zod'
import { clockOf, dayMs, momentOf, slotsOn } from '@domain/time'
import {
  againOf,
  askOf,
  blank,
  firstOpen,
  inTime,
  missingWhat,
  nextStep,
  refusal,
  type Answers,
} from '@/pages/errand/ask/answers'
import { daysFrom, isPeak, slotsFor } from '@/pages/errand/ask/days'
import { sentenceOf } from '@/pages/errand/ask/sentence'
import { factsOf } from '@/pages/errand/one/Facts'
import { loadWords } from '@/components/ErrandActions'
import { lunch, now } from '../family/home'

const slot = slotsOn('2026-03-01', now)[0]
const whole: Answers = {
  ...blank,
  step: 6,
  kind: 'meal',
  householdId: 'h1',
  communityId: 'jinxing',
  whom: '爸爸（3号楼）',
  what: '一份饭',
  pickUp: '社区食堂',
  when: slot,
  money: { how: 'paid' },
}
const medicine: Answers = { ...whole, kind: 'medicine', what: '药', pickUp: '人民路药房', ready: true }

test('whole answers are what the cloud asks for', () => {
  const ask = askOf(whole, false)
  expect(z.safeParse(Ask, ask).success).toBe(true)
  expect(ask).toMatchObject({ kind: 'meal', householdId: 'h1', what: '一份饭', pickUp: '社区食堂' })
  expect(refusal(whole, false, now)).toBeUndefined()
  expect(askOf(whole, true)).toMatchObject({ byPhone: true })
})

test.each(['kind', 'householdId', 'communityId', 'when', 'money'] as const)('without %s nothing is sent', field => {
  expect(askOf({ ...whole, [field]: undefined }, false)).toBeUndefined()
})

test('medicine needs its tick, is ready and paid before anybody fetches it', () => {
  expect(missingWhat(medicine)).toBe('请勾一下同意为这次拿药记录')
  expect(refusal(medicine, false, now)).toBe('NO_HEALTH_CONSENT')
  const ticked = { ...medicine, health: true }
  expect(missingWhat(ticked)).toBeUndefined()
  expect(refusal(ticked, false, now)).toBeUndefined()
  expect(missingWhat({ ...ticked, ready: false })).toBe('药开好、钱付好再来')
  expect(refusal({ ...ticked, money: { how: 'atDoor', capYuan: 50 } }, false, now)).toBe('NEEDS_PAID')
})

test('a slot that has begun is refused, and asked for again', () => {
  expect(refusal({ ...whole, when: { from: now - 1, until: now + 1 } }, false, now)).toBe('PAST_SLOT')
  expect(firstOpen({ ...whole, when: { from: now - 1, until: now + 1 } }, now)).toBe(4)
})

test('a day weeks ahead that was chosen for a ride is asked for again of another kind', () => {
  const weeksAhead = { from: now + 30 * dayMs, until: now + 30 * dayMs + 1 }
  expect(refusal({ ...whole, when: weeksAhead }, false, now)).toBe('TOO_FAR')
  expect(firstOpen({ ...whole, when: weeksAhead }, now)).toBe(4)
})

test('once more: everything but the time, so that the time is the only question', () => {
  const again = againOf(lunch('confirmed'))
  expect(again).toMatchObject({ step: 4, kind: 'meal', whom: '爸爸（3号楼）', code: '' })
  expect(again.when).toBeUndefined()
  expect(nextStep({ ...again, when: slot }, now, false)).toBe(6)
})

test('once more of what had a number asks for the new one first, then for the time: three taps beside the typing', () => {
  const again = againOf(
    lunch('confirmed', { kind: 'parcel', what: '取快递', pickUp: '南门快递驿站', code: '12-3-4567' }),
  )
  expect(again).toMatchObject({ step: 3, code: '', way: 'fetch' })
  const typed = { ...again, code: '8-2-1234' }
  expect(nextStep(typed, now, false)).toBe(4)
  expect(nextStep({ ...typed, step: 4, when: slot }, now, false)).toBe(6)
})

test('once more by the desk, which reads no number: a parcel and a shop’s order are asked for theirs, the canteen’s lunch is not', () => {
  const stepOf = (more: object) => againOf(lunch('confirmed', { code: undefined, ...more })).step
  expect(stepOf({ kind: 'parcel', what: '取快递', pickUp: '南门快递驿站' })).toBe(3)
  expect(stepOf({ meal: { source: 'shop' }, pickUp: '老周面馆' })).toBe(3)
  expect(stepOf({ kind: 'parcel', what: '寄快递' })).toBe(4)
  expect(stepOf({})).toBe(4)
})

test('what was left lying is asked for its time again once that has passed, and for nothing else', () => {
  const lying = { ...whole, day: '2026-03-01', when: { from: now - 1, until: now + 1 } }
  expect(inTime(whole, now)).toBe(whole)
  const opened = inTime(lying, now)
  expect(opened).toMatchObject({ step: 4, when: undefined, day: undefined })
  expect(nextStep({ ...opened, when: slot }, now, false)).toBe(6)
  expect(inTime({ ...lying, step: 3 }, now)).toMatchObject({ step: 3, when: undefined })
})

test('medicine once more asks for its tick again', () => {
  expect(firstOpen({ ...againOf(lunch('confirmed', { kind: 'medicine' })), when: slot }, now)).toBe(3)
})

test('who changes one thing from the last screen comes back to it', () => {
  expect(nextStep({ ...whole, step: 4, checking: true }, now, false)).toBe(6)
  expect(nextStep({ ...whole, step: 4, checking: false }, now, false)).toBe(5)
})

test('late in the evening today is no longer offered; past half hours never are', () => {
  const days = (clock: string) => daysFrom(momentOf('2026-03-01', clock))[0]
  expect(days('10:07')).toEqual({ value: '2026-03-01', label: '今天', date: '3月1日' })
  expect(days('20:30')).toEqual({ value: '2026-03-02', label: '明天', date: '3月2日' })
  expect(slotsOn('2026-03-01', now).every(({ from }) => from > now)).toBe(true)
  expect(slotsOn('2026-03-01', now).filter(isPeak)).toHaveLength(4)
})

test('an examination is asked for weeks ahead and from half past five; the rest for a week, from seven', () => {
  const first = (kind: string) => clockOf(slotsFor(kind, '2026-03-02', now)[0]?.from ?? 0)
  expect(['meal', 'ride'].map(first)).toEqual(['07:00', '05:30'])
  for (const kind of ['meal', 'ride'])
    expect(clockOf(slotsFor(kind, '2026-03-02', now).at(-1)?.until ?? 0)).toBe('20:00')
  const last = (kind: string) => daysFrom(now, kind).at(-1)
  expect(last('meal')?.value).toBe('2026-03-08')
  expect(last('ride')).toEqual({ value: '2026-04-30', label: '4月30日 周四', date: '4月30日' })
  const early = slotsFor('ride', '2026-04-30', now).find(({ from }) => clockOf(from) === '06:30')
  const ride: Answers = {
    ...whole,
    kind: 'ride',
    place: '第一中学',
    legs: ['there'],
    when: early,
    money: { how: 'none' },
  }
  expect(refusal(ride, false, now)).toBeUndefined()
})

const aloud = (answers: Answers): string =>
  sentenceOf(answers, now)
    .map(({ words }) => words)
    .join('')

test('the sentence reads aloud', () => {
  expect(aloud(whole)).toBe('请人今天 10:30-11:00从社区食堂拿一份午饭，送给爸爸（3号楼）。已付好，不用给。')
  const ride: Answers = { ...whole, kind: 'ride', what: '送考生去第一中学', pickUp: '' }
  expect(aloud(ride)).toContain('送考生去第一中学，家在爸爸（3号楼）。')
})

test('a number that is read out breaks at none of its hyphens', () => {
  expect(aloud({ ...whole, kind: 'parcel', way: 'fetch', code: '12-3-4567' })).toContain('12-\u20603-\u20604567')
})

test('a parcel that is sent goes from the door to the station', () => {
  const parcel: Answers = { ...whole, kind: 'parcel', way: 'send', pickUp: '南门快递驿站' }
  expect(aloud(parcel)).toContain('到南门快递驿站寄快递，去爸爸（3号楼）那儿拿。')
  expect(aloud({ ...parcel, way: 'fetch' })).toContain('从南门快递驿站取快递，送给爸爸（3号楼）。')
  const asked = lunch('accepted', { kind: 'parcel', what: '寄快递', pickUp: '南门快递驿站' })
  expect(loadWords(asked)).toContain('到南门快递驿站寄')
  expect(loadWords({ ...asked, what: '取快递' })).toContain('南门快递驿站取')
  expect(factsOf(asked, 'rider', now)).toEqual(expect.arrayContaining([['到哪儿寄', '南门快递驿站']]))
  expect(factsOf(asked, 'rider', now).map(([name]) => name)).toContain('从哪儿拿')
})
