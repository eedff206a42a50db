import {
  comingOn,
  daysShown,
  dueAtOf,
  makesAt,
  nextOn,
  occursOn,
  windowOn,
  type Rhythm,
} from '@domain/recurring/calendar'
import { Day, dayAfter, rhythmWords, weekdayOf } from '@domain/recurring/day'
import { mayRecur, refusalOfRhythm } from '@domain/recurring/record'
import { momentOf, never } from '@domain/time'

/** A die that falls the same way in every run. */
function dice(seed: number) {
  let state = seed
  const roll = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const some = <T>(list: readonly T[]): T[] => list.filter(() => roll(2) === 1)
  return { roll, some }
}

const dayMs = 86_400_000
/** Days counted by the calendar of the machine, in UTC: the house's own arithmetic has no part in it. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

/** Around the years' ends and the Februaries, of leap years and others. */
const starts = ['2027-12-24', '2028-02-20', '2026-02-20', '2026-11-23', '2099-12-20', '2100-02-20'].map(dayNumber)

function anyRhythm(seed: number): { rhythm: Rhythm; first: number } {
  const { roll, some } = dice(seed)
  const first = (starts[roll(starts.length)] ?? 0) + roll(10)
  const near = Array.from({ length: 30 }, (_, ahead) => dayOfNumber(first + ahead))
  const rhythm: Rhythm = {
    weekdays: some([1, 2, 3, 4, 5, 6, 7]),
    dates: some(some(some(near))),
    from: '10:30',
    until: '11:00',
    fromOn: dayOfNumber(first + roll(5)),
    ...(roll(2) === 1 && { untilOn: dayOfNumber(first + 5 + roll(25)) }),
    skips: some(some(near)),
  }
  return { rhythm, first }
}

/** Whether it asks on that day, said once more. */
function asksOn({ weekdays, dates, fromOn, untilOn, skips }: Rhythm, number: number): boolean {
  const day = dayOfNumber(number)
  const weekday = new Date(number * dayMs).getUTCDay() || 7
  const within = dayNumber(fromOn) <= number && number <= dayNumber(untilOn ?? '2999-01-01')
  return within && !skips.includes(day) && (weekdays.includes(weekday) || dates.includes(day))
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed)
const month = Array.from({ length: 40 }, (_, ahead) => ahead)

test('of any rule the days that are asked for are those that a calendar says, over years’ ends and Februaries', () => {
  for (const seed of seeds) {
    const { rhythm, first } = anyRhythm(seed)
    const expected = month.filter(ahead => asksOn(rhythm, first + ahead)).map(ahead => dayOfNumber(first + ahead))
    const said = month.map(ahead => dayOfNumber(first + ahead)).filter(day => occursOn(rhythm, day))
    expect({ seed, days: said }).toEqual({ seed, days: expected })
  }
})

test('going from one day to the next leaves out none, repeats none, and ends with the rule', () => {
  for (const seed of seeds) {
    const { rhythm, first } = anyRhythm(seed)
    const walked: string[] = []
    for (let day = nextOn(rhythm, dayOfNumber(first - 1)); day !== undefined; day = nextOn(rhythm, day)) {
      if (dayNumber(day) >= first + month.length) break
      walked.push(day)
    }
    const expected = month.filter(ahead => asksOn(rhythm, first + ahead)).map(ahead => dayOfNumber(first + ahead))
    expect({ seed, days: walked }).toEqual({ seed, days: expected })
  }
})

test('at whatever moments the clock looks, each day is made once, before its hour, and never when its hour is over', () => {
  for (const seed of seeds) {
    const { rhythm, first } = anyRhythm(seed)
    const { roll } = dice(seed + 1000)
    let now = momentOf(dayOfNumber(first - 2), '07:00')
    let madeOn: string | undefined
    const made: string[] = []
    for (let looks = 0; looks < 300 && now < momentOf(dayOfNumber(first + 40), '00:00'); looks += 1) {
      const day = comingOn(rhythm, madeOn, now)
      if (day !== undefined && makesAt(day) <= now) {
        expect(windowOn(rhythm, day).from).toBeGreaterThan(now)
        made.push(day)
        madeOn = day
      }
      // It is never told to look when there is nothing to do yet, nor too late.
      const due = dueAtOf(rhythm, madeOn, now)
      const next = comingOn(rhythm, madeOn, now)
      expect(due).toBe(next === undefined ? due : makesAt(next))
      now = due > now && due < never && roll(4) > 0 ? due : now + (1 + roll(30)) * 3_600_000
    }
    expect(new Set(made).size).toBe(made.length)
    expect([...made].sort()).toEqual(made)
    expect(made.every(day => occursOn(rhythm, day))).toBe(true)
  }
})

test('a clock that is never late makes every day', () => {
  for (const seed of seeds) {
    const { rhythm, first } = anyRhythm(seed)
    const made: string[] = []
    let madeOn: string | undefined
    const end = momentOf(dayOfNumber(first + 20), '00:00')
    for (let now = momentOf(dayOfNumber(first - 2), '07:00'); now < end; now += 4 * 3_600_000) {
      const day = comingOn(rhythm, madeOn, now)
      if (day === undefined || makesAt(day) > now) continue
      made.push(day)
      madeOn = day
    }
    const expected = month.filter(ahead => ahead < 20 && asksOn(rhythm, first + ahead)).map(ahead => first + ahead)
    expect(made.filter(day => dayNumber(day) < first + 20).map(dayNumber)).toEqual(expected)
  }
})

test('a rule with a last day is looked at once more when that day is over, one without never again', () => {
  const rhythm = { weekdays: [], dates: ['2026-11-25'], from: '10:30', until: '11:00', fromOn: '2026-11-24', skips: [] }
  const after = momentOf('2026-11-24', '15:00')
  expect(dueAtOf(rhythm, '2026-11-25', after)).toBe(momentOf('2026-11-26', '00:00'))
  expect(dueAtOf({ ...rhythm, untilOn: '2026-12-31' }, '2026-11-25', after)).toBe(momentOf('2027-01-01', '00:00'))
  expect(dueAtOf({ ...rhythm, dates: [] }, undefined, after)).toBe(never)
})

test('the calendar of a rule shows the days that were left out, too', () => {
  const rhythm = {
    weekdays: [3],
    dates: [],
    from: '10:30',
    until: '11:00',
    fromOn: '2026-11-24',
    skips: ['2026-11-25'],
  }
  expect(daysShown(rhythm, '2026-11-23', 14)).toEqual(['2026-11-25', '2026-12-02'])
})

test('only days that the calendar has are days', () => {
  const isDay = (day: unknown) => Day.safeParse(day).success
  expect(['2028-02-29', '2026-12-31', '2027-01-01'].every(isDay)).toBe(true)
  for (const day of ['2027-02-29', '2100-02-29', '2026-13-01', '2026-11-31', '2026-1-1', '', null, '__proto__'])
    expect(isDay(day)).toBe(false)
  expect(dayAfter('2027-12-31')).toBe('2028-01-01')
  expect(dayAfter('2028-02-28')).toBe('2028-02-29')
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29')
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7])
})

test('days are said as people say them', () => {
  expect(rhythmWords([5, 1, 3])).toBe('每周一三五')
  expect(rhythmWords([1, 2, 3, 4, 5])).toBe('周一到周五')
  expect(rhythmWords([1, 2, 3, 4, 5, 6, 7])).toBe('每天')
  expect(rhythmWords([7])).toBe('每周日')
  expect(rhythmWords([])).toBe('定好的日子')
})

test('phone and cloud refuse the same days', () => {
  const now = momentOf('2026-11-23', '10:07')
  const rhythm = { weekdays: [1], dates: [], from: '10:30', until: '11:00', fromOn: '2026-11-24' }
  expect(refusalOfRhythm(rhythm, now)).toBeUndefined()
  expect(refusalOfRhythm({ ...rhythm, weekdays: [] }, now)).toBe('BAD_INPUT')
  expect(refusalOfRhythm({ ...rhythm, until: '10:30' }, now)).toBe('BAD_INPUT')
  expect(refusalOfRhythm({ ...rhythm, fromOn: '2027-11-25' }, now)).toBe('BAD_INPUT')
  expect(refusalOfRhythm({ ...rhythm, untilOn: '2026-11-25' }, now)).toBe('PAST_SLOT')
  expect(['meal', 'medicine', 'shopping', 'other'].every(mayRecur)).toBe(true)
  expect(['ride', 'parcel', undefined].some(mayRecur)).toBe(false)
})
