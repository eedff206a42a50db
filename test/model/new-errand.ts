import { chosen } from './verb'
import { hour, minute, type Errand, type World } from './world'

export const shapes = {
  meal: { money: { how: 'paid' } },
  shopping: { money: { how: 'atDoor', capYuan: 50 } },
  medicine: { money: { how: 'paid' }, health: true },
  ride: { money: { how: 'none' }, ride: { place: '第一中学', leg: 'there' } },
} as const
const kinds = ['meal', 'shopping', 'medicine', 'ride'] as const
export const words = { meal: '送饭', shopping: '代买', medicine: '拿药', ride: '接送' } as const

/** An errand that is to be: `request` is tried on it, and it is one of the world's when it is asked for. */
export function newErrand(world: World, [a, b]: readonly number[]): Errand {
  const now = world.now()
  const kind = chosen(kinds, b ?? 0)
  const isRide = kind === 'ride'
  return {
    id: '',
    home: a === undefined || a % 5 < 4 ? 'h-father' : 'h-new',
    kind,
    // An examination is the day after.
    from: now + (isRide ? 24 * hour : 30 * minute),
    until: now + (isRide ? 24 * hour + 30 * minute : hour),
    state: '',
    newcomer: false,
    requestedAt: now,
    waitingSince: now,
    urgent: false,
    byHand: false,
    tries: 0,
    photo: false,
    told: new Map(),
    met: new Set(),
    story: [],
  }
}
