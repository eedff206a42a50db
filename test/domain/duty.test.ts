import { isOnDuty } from '@domain/rider/duty'
import { hourMs } from '@domain/time'
import { now } from './rider-cards'

test('今天来不了 keeps his phone still, until he says 我有空 after all', () => {
  const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' }]
  const away = { freeUntil: 0, awayUntil: now + hourMs, hours: always }
  expect(isOnDuty({ ...away, awayUntil: 0 }, now)).toBe(true)
  expect(isOnDuty(away, now)).toBe(false)
  expect(isOnDuty({ ...away, freeUntil: now + hourMs }, now)).toBe(true)
})
