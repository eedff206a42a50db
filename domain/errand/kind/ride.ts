import * as z from '../../zod'

export const legs = { there: '去考点', back: '从考点回家' } as const
export type Leg = keyof typeof legs
export const legNames = Object.keys(legs) as Leg[]

/** 接送考生, one way of it. */
export const Ride = z.object({ place: z.string(), leg: z.string(), ticketAt: z.optional(z.string()) })
export type Ride = z.infer<typeof Ride>

/** 送考生去第一中学 · 从第一中学接考生回家. */
export const rideWords = ({ place, leg }: Pick<Ride, 'place' | 'leg'>): string =>
  leg === 'back' ? `从${place}接考生回家` : `送考生去${place}`

/** 去程 · 回程, in a word. */
export const legWord = ({ leg }: Pick<Ride, 'leg'>): string => (leg === 'back' ? '回程' : '去程')

const backMark = '-back'
/** The id of the way back, made of the way there: the same request makes the same two. */
export const backIdOf = (tripId: string): string => `${tripId}${backMark}`

/** The id of the other leg of the trip that this errand belongs to. */
export const otherLegOf = ({ id, tripId }: { id: string; tripId?: string | undefined }): string | undefined =>
  tripId && (id === tripId ? backIdOf(tripId) : tripId)
