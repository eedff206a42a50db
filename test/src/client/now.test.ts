import { Moment } from '@domain/operation'
import * as z from '@domain/zod'
import { now, setClock } from '@/client/now'

test('what the phone tells of its time is a moment, whichever way the reply was halfway', () => {
  for (const heardAt of [1_000, 1_001, 1_002, 1_003]) {
    setClock(5_000_000, 1_000, heardAt)
    expect(z.safeParse(Moment, now()).success).toBe(true)
  }
})
