import { firstTime, nextTime } from '../../local/stage/clock-rule'
import { beijing, momentOf } from '../../domain/time'

const at = (day: string, clock: string) => momentOf(`2026-03-${day}`, clock)
const words = (moment: number) => beijing(moment).format('DD HH:mm')

describe('the town begins at 10:07 of today in Beijing', () => {
  test.each([
    ['in the small hours', at('05', '00:01')],
    ['in the morning', at('05', '09:30')],
    ['late in the evening', at('05', '23:59')],
  ])('%s', (_, realNow) => expect(words(firstTime(realNow))).toBe('05 10:07'))
})

describe('a later start', () => {
  test.each([
    ['goes on where it was in daylight', at('05', '10:52'), at('05', '10:50'), '05 10:52'],
    ['goes on at the first minute of daylight', at('06', '08:00'), at('05', '10:50'), '06 08:00'],
    ['waits for the morning before it', at('06', '07:59'), at('05', '10:50'), '06 10:07'],
    ['ends its day at six', at('05', '18:00'), at('05', '10:50'), '06 10:07'],
    ['is still that day a minute before', at('05', '17:59'), at('05', '10:50'), '05 17:59'],
    ['finds the next morning after midnight', at('06', '00:30'), at('05', '10:50'), '06 10:07'],
    ['crosses the end of a month', at('31', '22:00'), at('31', '10:50'), '01 10:07'],
    ['never goes back when the machine did', at('05', '09:00'), at('05', '11:00'), '05 11:00'],
    ['never goes back over night', at('04', '09:00'), at('05', '21:00'), '06 10:07'],
    ['is found again the same day after weeks', at('26', '15:00'), at('05', '10:50'), '26 15:00'],
  ])('%s', (_, running, last, expected) => {
    const next = nextTime(running, last)
    expect(words(next)).toBe(expected)
    expect(next).toBeGreaterThanOrEqual(last)
  })
})
