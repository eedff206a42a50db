import { tell } from './played'
import { Moment } from '@domain/operation'
import { dayMs, minuteMs } from '@domain/time'
import * as z from '@domain/zod'
import { now, setClock } from '@/client/now'

test('what the phone tells of its time is a moment, whichever way the reply was halfway', () => {
  for (const heardAt of [1_000, 1_001, 1_002, 1_003]) {
    setClock(5_000_000, 1_000, heardAt)
    expect(z.safeParse(Moment, now()).success).toBe(true)
  }
})

const opened = () => tell('identity', { openid: 'o-zhang' })

test('a phone whose clock is wrong still knows the time when it is opened again without a network', () => {
  const dayAhead = Date.now() + dayMs
  opened()
  setClock(dayAhead, Date.now(), Date.now())
  jest.resetModules()
  const again = jest.requireActual<typeof import('@/client/now')>('@/client/now')
  opened()
  expect(Math.abs(again.now() - dayAhead)).toBeLessThan(minuteMs)
})
