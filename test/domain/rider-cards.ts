import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { momentOf } from '@domain/time'

/** 10:07 of a Monday. */
export const now = momentOf('2026-11-23', '10:07')

/** A rider of whom nothing is known but his name. */
export const riderCard = (name: string, more: Partial<RiderCard> = {}): RiderCard => ({
  id: name,
  name,
  trade: 'media',
  areas: [],
  free: false,
  advances: true,
  inHand: 0,
  thisWeek: 0,
  ...more,
})

/** Half past ten to eleven of that Monday. */
export const beforeEleven = { from: momentOf('2026-11-23', '10:30'), until: momentOf('2026-11-23', '11:00') }

/** An errand that waits, of no kind for which a trade, a paper or a car is looked for. */
export const waiting = (id: string, more: Partial<Errand> = {}): Errand => ({
  id,
  state: 'requested',
  communityId: 'a',
  my: [],
  kind: 'other',
  when: beforeEleven,
  ...more,
})
