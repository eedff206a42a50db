import { sentAway } from '../as'
import { taken } from '../moves'
import { home, idOf, laysOutNothing, names, type Who } from '../people'
import { standsOpenTo } from '../sight'
import { chosen, type Verb } from '../verb'
import { hasRoom, isDesk, isHeld, isRiderHere, namedIn } from '../world'

export const accept: Verb = (world, who, errand) => {
  const isHis = errand.state === 'dispatched' && standsOpenTo(errand, who)
  const away = sentAway(world, who, errand, 'rider')
  const laysOut = laysOutNothing.includes(who) && errand.kind === 'shopping'
  const isStopped = isHeld(world, errand)
  const late = errand.rider ? 'TAKEN' : isStopped ? 'STOPPED' : laysOut ? 'NEEDS_ADVANCE' : 'WRONG_STATE'
  const inTime = isHis && !laysOut && !isStopped ? (hasRoom(world, who, errand) ? 'ok' : 'HANDS_FULL') : late
  const code = away ?? inTime
  return {
    say: `${names[who]}接单`,
    input: { id: errand.id },
    code,
    ...(code === 'TAKEN' && errand.rider && { detail: { who: names[errand.rider] } }),
    happens(at) {
      taken(errand, who, at)
      return { errand, told: [['family', 'accepted']] }
    },
  }
}

const agreeing = ['self', 'zhang', 'li', 'zhang', 'wu', 'he', 'chen'] as const

export const agree: Verb = (world, who, errand, [, b, c]) => {
  const by = chosen(agreeing, b)
  const rider = by === 'self' ? who : by
  const named = namedIn(errand)
  const from = c % 7 === 0 ? ('zhang' as const) : c % 7 === 1 ? undefined : named
  // Nobody who was asked by name is passed over unheard, and nobody is told who was not asked.
  const isSeen = from === named || (from === undefined && by === named)
  const fits = ['requested', 'dispatched'].includes(errand.state)
  function refused(): string {
    if (!isDesk(who)) return 'FORBIDDEN'
    if (by !== 'self' && !isRiderHere(world, by)) return 'RIDER_GONE'
    if (!fits) return 'WRONG_STATE'
    if (errand.newcomer) return 'CALL_FIRST'
    if (by !== 'self' && isHeld(world, errand)) return 'STOPPED'
    if (by !== 'self' && laysOutNothing.includes(by) && errand.kind === 'shopping') return 'NO_ADVANCE'
    if (!isSeen) return 'WRONG_STATE'
    return by !== 'self' && !hasRoom(world, by, errand) ? 'HANDS_FULL' : 'ok'
  }
  return {
    say: `${names[who]}记下：${by === 'self' ? '社区自己去' : `${names[by]}电话里答应了`}${from ? `，问过${names[from]}` : ''}`,
    input: {
      id: errand.id,
      communityId: home,
      by: by === 'self' ? by : { riderId: idOf(by) },
      ...(from && { from: idOf(from) }),
    },
    code: refused(),
    happens(at) {
      taken(errand, rider, at)
      return {
        errand,
        told: [
          ...(from && from !== rider ? [[from, 'reassigned'] as [Who, string]] : []),
          ['family', 'accepted'],
          ...(by === 'self' ? [] : [[by, 'agreedForYou'] as [Who, string]]),
        ],
      }
    },
  }
}

export const decline: Verb = (world, who, errand) => ({
  say: `${names[who]}这次不行`,
  input: { id: errand.id, why: '正忙' },
  code:
    sentAway(world, who, errand, 'rider') ??
    (errand.state === 'dispatched' && namedIn(errand) === who ? 'ok' : 'WRONG_STATE'),
  happens(at) {
    delete errand.offer
    delete errand.door
    delete errand.risen
    Object.assign(errand, { state: 'requested', waitingSince: at, saidNo: true })
    return { errand, told: [['desk', 'declined']] }
  },
})

export const see: Verb = (world, who, errand) => ({
  say: `${names[who]}看过了`,
  input: { id: errand.id },
  code:
    sentAway(world, who, errand, 'rider') ??
    (errand.state === 'dispatched' && namedIn(errand) === who && errand.offer?.seen === false ? 'ok' : 'WRONG_STATE'),
  happens() {
    if (errand.offer) errand.offer.seen = true
    return { errand }
  },
})
