import type { Who } from './people'
import {
  freed,
  isCarried,
  isDesk,
  isRiderHere,
  minute,
  namedIn,
  twoDays,
  type Errand,
  type Party,
  type World,
} from './world'

/** What the clock does about an errand that nobody touches. */
export interface Chime {
  errand: Errand
  verb: 'rise' | 'release' | 'confirm'
  told: [to: Party, say: string][]
}

/** How many minutes before the latest time it must be on its way: what is hot is. */
const early = { meal: 10, medicine: 10, shopping: 0 }
const grace = 15 * minute

function risesWith(errand: Errand, now: number): string | undefined {
  const { state, risen, until, offer } = errand
  const isMissed = isCarried(errand) && (!risen || risen === 'nobodyDeparts')
  if (isMissed && until + grace <= now) return 'nobodyArrives'
  if (risen) return undefined
  if (state === 'accepted' && until - early[errand.kind] * minute <= now) return 'nobodyDeparts'
  if (state === 'requested' && errand.waitingSince + 10 * minute <= now) return 'waitsLong'
  const patience = offer?.to === 'everybody' ? 15 : 10
  return state === 'dispatched' && offer && offer.at + patience * minute <= now ? 'nobodyAccepts' : undefined
}

/** Who has it, or was asked by name, and is none of ours any more. */
function strayed(world: World, errand: Errand): Who | undefined {
  const holder = isCarried(errand) ? errand.rider : errand.state === 'dispatched' ? namedIn(errand) : undefined
  return holder === undefined || isDesk(holder) || isRiderHere(world, holder) ? undefined : holder
}

/** One ring: what is due is done, then everybody is told; whom no phone reaches is telephoned, and the desk reads its board. */
export function chimes(world: World): Chime[] {
  const now = world.now()
  const done = world.errands.flatMap((errand): Chime[] => {
    if (strayed(world, errand)) {
      freed(errand)
      Object.assign(errand, { state: 'requested', waitingSince: now })
      return [{ errand, verb: 'release', told: [['desk', 'released'], ['family', 'released']] }] // prettier-ignore
    }
    const why = risesWith(errand, now)
    if (why) {
      errand.risen = why
      return [
        {
          errand,
          verb: 'rise',
          told: [['desk', why], ...(why === 'nobodyArrives' ? [['family', 'late'] as [Party, string]] : [])],
        },
      ]
    }
    if (errand.state !== 'delivered' || (errand.deliveredAt ?? now) + twoDays > now) return []
    Object.assign(errand, { state: 'confirmed', closedAt: now })
    return [{ errand, verb: 'confirm', told: [['family', 'confirmedByItself']] }]
  })
  for (const { told } of world.errands)
    for (const notice of told.values()) if (notice.reach === 'waiting') notice.reach = afterRing(notice.to)
  return done
}

/** How far a notice that the clock itself brought has come when the ring is over. */
export const afterRing = (to: Party): 'read' | 'call' => (to === 'desk' || to === 'pool' ? 'read' : 'call')
