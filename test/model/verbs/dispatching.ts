import { sentAway } from '../as'
import { heard, lie, offered } from '../moves'
import { home, idOf, names, type Who } from '../people'
import { refusedOffer } from '../refused-offer'
import { chosen, type Verb } from '../verb'
import { namedIn, seenAt, type Errand } from '../world'

/** Who is asked: everybody, everybody though it is one that is named, one of here, or one of elsewhere. */
const asked = ['everybody', 'lifted', 'zhang', 'li', 'wu', 'he', 'zhang', 'zhang', 'chen'] as const

/** Whom the desk saw at it: mostly who is there, now and then somebody else or nobody. */
function seen(errand: Errand, c: number): Who | undefined {
  return c % 7 === 0 ? 'zhang' : c % 7 === 1 ? undefined : seenAt(errand)
}

const offering =
  (word: string, states: string[], asks = false): Verb =>
  (world, who, errand, [a, b, c]) => {
    const goodsAt = asks ? heard(a + 1) : undefined
    const to = chosen(asked, b)
    const from = seen(errand, c)
    const rider = to === 'everybody' || to === 'lifted' ? undefined : to
    return {
      say: `${names[who]}${word}给${rider ? names[rider] : '大家'}${from ? `，原来是${names[from]}` : ''}`,
      input: {
        id: errand.id,
        communityId: home,
        to: rider ? { riderId: idOf(rider) } : 'pool',
        ...(to === 'lifted' && { lifted: true }),
        ...(from && { from: idOf(from) }),
        ...(goodsAt && { goodsAt }),
      },
      code: refusedOffer(world, who, errand, to, from, states, goodsAt),
      happens(at) {
        lie(errand, goodsAt)
        return offered(errand, rider, from, at)
      },
    }
  }

export const dispatch = offering('派', ['requested', 'dispatched', 'failed'])
export const reassign = offering('换', ['dispatched', 'accepted', 'underway'], true)

/** 收回: the desk dispatches it itself from now on. */
export const recall: Verb = (world, who, errand, [, , c]) => {
  const from = c % 7 === 0 ? ('zhang' as const) : c % 7 === 1 ? undefined : namedIn(errand)
  const fits = errand.state === 'dispatched' && from === namedIn(errand)
  return {
    say: `${names[who]}收回${from ? `，问过${names[from]}` : ''}`,
    input: { id: errand.id, ...(from && { from: idOf(from) }) },
    code: sentAway(world, who, errand, 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens(at) {
      delete errand.offer
      delete errand.door
      delete errand.risen
      Object.assign(errand, { state: 'requested', waitingSince: at, byHand: true })
      return { errand, told: from ? [[from, 'recalled']] : [] }
    },
  }
}
