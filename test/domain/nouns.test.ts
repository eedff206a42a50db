import { refusalOf, type Ask } from '@domain/errand/ask'
import { isQuiet, PhoneNumber } from '@domain/person'
import { isAt, metresBetween, stairsWords } from '@domain/place'
import { schema } from '@domain/schema'
import { closureEnd, openness, stationCodeIn, type Station } from '@domain/station'
import {
  atWords,
  clockOf,
  dayMs,
  dayOf,
  dayStart,
  dayWord,
  momentOf,
  slotsOn,
  spanWords,
  weekStart,
  windowWords,
} from '@domain/time'

const now = momentOf('2026-11-23', '10:07')

describe('time is Beijing’s, whatever the machine thinks', () => {
  test('days and clocks', () => {
    expect([dayOf(now), clockOf(now)]).toEqual(['2026-11-23', '10:07'])
    expect(dayOf(momentOf('2026-12-31', '23:59'))).toBe('2026-12-31')
    expect(dayStart(now)).toBe(momentOf('2026-11-23', '00:00'))
    expect(dayOf(weekStart(momentOf('2026-11-29', '12:00')))).toBe('2026-11-23')
  })

  test('as people say it', () => {
    expect(dayWord(now, now)).toBe('今天')
    expect(dayWord(momentOf('2026-11-24', '00:01'), now)).toBe('明天')
    expect(dayWord(momentOf('2026-11-22', '23:00'), now)).toBe('昨天')
    expect(dayWord(momentOf('2027-03-01', '08:00'), now)).toBe('3月1日')
    expect(windowWords({ from: momentOf('2026-11-23', '10:30'), until: momentOf('2026-11-23', '11:00') }, now)).toBe(
      '今天 10:30-11:00',
    )
    expect([atWords(now, now), atWords(momentOf('2026-11-24', '08:00'), now)]).toEqual(['10:07', '明天 08:00'])
    expect([0, 90_000, 3_700_000, 200_000_000].map(spanWords)).toEqual(['不到 1 分钟', '1 分钟', '1 小时', '2 天'])
  })

  test('past half hours are not offered', () => {
    const slots = slotsOn('2026-11-23', now)
    expect(clockOf(slots[0]?.from ?? 0)).toBe('10:30')
    expect(slotsOn('2026-11-22', now)).toEqual([])
    expect(slotsOn('2026-11-24', now)).toHaveLength(26)
  })
})

describe('a place', () => {
  const shop = { lat: 26.59, lng: 104.83 }
  test('metres on the sphere', () => {
    expect(metresBetween(shop, { lat: 26.591, lng: 104.83 })).toBeCloseTo(111.2, 0)
  })
  test('presence allows for the phone’s own doubt, but not for a vague one', () => {
    const near = { lat: 26.592, lng: 104.83 }
    expect(isAt(shop, 150, { ...near, accuracyMetres: 10 })).toBe(false)
    expect(isAt(shop, 150, { ...near, accuracyMetres: 90 })).toBe(true)
    expect(isAt(shop, 150, { ...shop, accuracyMetres: 501 })).toBe(false)
  })
  test('stairs are said before he says yes', () => {
    expect([stairsWords(6, false), stairsWords(6, true), stairsWords(1, false)]).toEqual([
      '6 楼没电梯',
      '有电梯',
      '1 楼',
    ])
  })
})

describe('a station', () => {
  const station: Station = { id: 's', communityId: 'a', my: [], openFrom: '08:00', openUntil: '21:00', closure: null }
  test('is open by its posted hours, and says why when it is not', () => {
    expect(openness(station, now)).toEqual({ open: true, words: '开着（按 08:00-21:00）' })
    expect(openness(station, momentOf('2026-11-23', '07:59')).words).toBe('还没开，08:00 开门')
    expect(openness(station, momentOf('2026-11-23', '21:00')).open).toBe(false)
    expect(
      openness({ ...station, closure: { how: 'today', at: now, until: closureEnd('today', now) } }, now).words,
    ).toBe('今天不开')
    expect(
      openness({ ...station, closure: { how: 'while', at: now, until: closureEnd('while', now) } }, now).words,
    ).toBe('关一会儿，11:07 再开')
    expect(openness({ ...station, closure: { how: 'while', at: 0, until: now } }, now).open).toBe(true)
  })
  test('reads its own codes and nothing else', () => {
    expect(stationCodeIn('/pages/station/arrive/index?scene=K7Q2M9')).toBe('K7Q2M9')
    expect(stationCodeIn('K7Q2M9 ')).toBe('K7Q2M9')
    for (const junk of ['', 'http://x.cn/?a=1', 'k7q2m9', '/p?scene=K7Q2M', '%E0%A4%A'])
      expect(stationCodeIn(junk)).toBeUndefined()
  })
})

describe('asking', () => {
  const ask: Ask = {
    communityId: 'a',
    householdId: 'h',
    kind: 'medicine',
    what: '降压药',
    when: { from: now + 1, until: now + 2 },
    money: { how: 'paid' },
    health: true,
  }
  test('the same rules speak on the phone and in the cloud', () => {
    expect(refusalOf(ask, now)).toBeUndefined()
    expect(refusalOf({ ...ask, health: undefined }, now)).toBe('NO_HEALTH_CONSENT')
    expect(refusalOf({ ...ask, money: { how: 'atDoor', capYuan: 20 } }, now)).toBe('NEEDS_PAID')
    expect(refusalOf({ ...ask, kind: 'meal', money: { how: 'atDoor' } }, now)).toBe('BAD_INPUT')
    expect(refusalOf({ ...ask, when: { from: now, until: now + 2 } }, now)).toBe('PAST_SLOT')
    expect(refusalOf({ ...ask, when: { from: now + 2, until: now + 1 } }, now)).toBe('PAST_SLOT')
  })
  test('a week ahead, and a ride to an examination two months: no further', () => {
    const inDays = (days: number) => ({ from: now + days * dayMs, until: now + days * dayMs + 1 })
    const farOf = (kind: Ask['kind'], days: number) => refusalOf({ ...ask, kind, when: inDays(days) }, now)
    expect([farOf('medicine', 7), farOf('medicine', 8)]).toEqual([undefined, 'TOO_FAR'])
    expect([farOf('ride', 60), farOf('ride', 61)]).toEqual([undefined, 'TOO_FAR'])
  })
})

test('a phone has to be one', () => {
  for (const good of ['13900000001', '0858-0000123', '8123456']) expect(PhoneNumber.safeParse(good).success).toBe(true)
  for (const bad of ['', '110', '+8613900000001', 'abc', '1390000000'])
    expect(PhoneNumber.safeParse(bad).success).toBe(false)
})

test('quiet hours belong to the trade', () => {
  expect([10, 11, 12, 13, 17, 18, 19].map(hour => isQuiet({ trade: 'takeaway' }, hour))).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ])
  for (const trade of ['courier', undefined, '', '__proto__']) expect(isQuiet({ trade }, 12)).toBe(false)
})

test('every index is named once in its collection', () => {
  for (const { indexes } of Object.values(schema)) {
    const names = indexes.map((index: { name: string }) => index.name)
    expect(new Set(names).size).toBe(names.length)
  }
})
