import { isSent } from './kind/parcel'
import type { Ride } from './kind/ride'

/** What tells how an errand ends, of whatever was given of it. */
interface Ending {
  kind?: string | undefined
  what?: string | undefined
  ride?: Pick<Ride, 'leg'> | undefined
}

/** Where it ends when nothing is brought to the home: 到考点了 · 到家了 · 寄出了; nothing for what is brought. */
export function endsElsewhere({ kind, what, ride }: Ending): string | undefined {
  if (ride) return ride.leg === 'back' ? '到家了' : '到考点了'
  return isSent({ kind, what }) ? '寄出了' : undefined
}

/** 送到了, as this kind says it. */
export const arrivedWords = (ending: Ending): string => endsElsewhere(ending) ?? '送到了'
