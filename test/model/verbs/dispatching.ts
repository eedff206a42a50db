import { elsewhere, home, idOf, laysOutNothing, names, type Who } from '../people'
import { chosen, rowsOf, same, sorted, type Choice, type Plan, type Verb } from '../verb'
import {
  freed,
  dayIn,
  handOn,
  inHand,
  isDesk,
  isRiderHere,
  namedIn,
  seenAt,
  sentAway,
  type Errand,
  type Party,
  type World,
} from '../world'

/** Who is asked: everybody, everybody though it is one that is named, one of here, or one of elsewhere. */
const asked = ['everybody', 'lifted', 'zhang', 'li', 'wu', 'he', 'zhang', 'zhang', 'chen'] as const

/** Whom the desk saw at it: mostly who is there, now and then somebody else or nobody. */
function seen(errand: Errand, c: number): Who | undefined {
  return c % 7 === 0 ? 'zhang' : c % 7 === 1 ? undefined : seenAt(errand)
}

function refusedOffer(
  world: World,
  who: Who,
  errand: Errand,
  to: (typeof asked)[number],
  from: Who | undefined,
  states: string[],
) {
  if (!isDesk(who)) return 'FORBIDDEN'
  const rider = to === 'everybody' || to === 'lifted' ? undefined : to
  if (rider && !isRiderHere(world, rider)) return 'NOT_FOUND'
  if (!states.includes(errand.state)) return 'WRONG_STATE'
  if (errand.newcomer) return 'CALL_FIRST'
  if (to === 'everybody' && errand.kind === 'medicine') return 'NAME_ONE'
  if (rider && laysOutNothing.includes(rider) && errand.kind === 'shopping') return 'NO_ADVANCE'
  // Nobody loses an errand unheard: whoever has it or was asked is the one the desk saw.
  return from === seenAt(errand) ? 'ok' : 'WRONG_STATE'
}

const told = (...list: [Party, string][]): [Party, string][] => list

const offering =
  (word: string, states: string[]): Verb =>
  (world, who, errand, [, b, c]) => {
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
      },
      code: refusedOffer(world, who, errand, to, from, states),
      happens(at) {
        freed(errand)
        errand.state = 'dispatched'
        errand.offer = { to: rider ?? 'everybody', at, seen: false }
        errand.door = rider ?? 'everybody'
        if (rider) errand.met.add(rider)
        return {
          errand,
          told: [
            ...(from ? [[from, 'reassigned'] as [Who, string]] : []),
            ...(rider
              ? told([rider, 'offered'], ['family', 'asked'])
              : told(['pool', 'whoPasses'], ['family', 'askedCommunity'])),
          ],
        }
      },
    }
  }

export const dispatch = offering('派', ['requested', 'dispatched', 'failed'])
export const reassign = offering('换', ['dispatched', 'accepted', 'underway'])

function taken(errand: Errand, who: Who, at: number): void {
  Object.assign(errand, { state: 'accepted', rider: who, handOn: handOn(errand, at), door: who, tries: 0 })
  delete errand.risen
  errand.met.add(who)
}

export const accept: Verb = (world, who, errand) => {
  const isHis = errand.state === 'dispatched' && (errand.door === 'everybody' || errand.door === who)
  const away = sentAway(world, who, errand, 'rider')
  const laysOut = laysOutNothing.includes(who) && errand.kind === 'shopping'
  const late = errand.rider ? 'TAKEN' : laysOut ? 'NEEDS_ADVANCE' : 'WRONG_STATE'
  const inTime = isHis && !laysOut ? (inHand(world, who, handOn(errand, world.now())) < 2 ? 'ok' : 'HANDS_FULL') : late
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
    if (by !== 'self' && !isRiderHere(world, by)) return 'NOT_FOUND'
    if (!fits) return 'WRONG_STATE'
    if (errand.newcomer) return 'CALL_FIRST'
    if (by !== 'self' && laysOutNothing.includes(by) && errand.kind === 'shopping') return 'NO_ADVANCE'
    if (!isSeen) return 'WRONG_STATE'
    return by !== 'self' && inHand(world, by, handOn(errand, world.now())) >= 2 ? 'HANDS_FULL' : 'ok'
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
    Object.assign(errand, { state: 'requested', waitingSince: at })
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

/** What only the clock may say: nobody's phone. */
const clockOnly =
  (say: string, more: (choice: Choice) => object): Verb =>
  (_world, who, errand, choice): Plan => ({
    say: `${names[who]}${say}`,
    input: { id: errand.id, ...more(choice) },
    code: 'FORBIDDEN',
  })
export const rise = clockOnly('装作时钟，让它升上去', () => ({}))
export const release = clockOnly('装作时钟，把它收回来', () => ({ riderId: idOf('zhang') }))

export const riders: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 5 === 0 ? elsewhere : home
  const mayLook = communityId === home ? isDesk(who) : who === 'desk-b'
  const here = (['zhang', 'li', 'wu', 'he'] as const).filter(one => isRiderHere(world, one))
  const load = (one: Who) => inHand(world, one, dayIn(world.now()))
  return {
    say: `${names[who]}看${communityId === home ? '这里' : '隔壁'}有谁`,
    input: { communityId },
    code: mayLook ? 'ok' : 'FORBIDDEN',
    expects(answer) {
      const is = sorted(rowsOf(answer).map(row => `${String(row.id)} ${String(row.inHand)}`))
      const must = communityId === home ? here.map(one => `${idOf(one)} ${load(one)}`) : [`${idOf('chen')} 0`]
      same('who is here and has how many', is, sorted(must))
    },
  }
}
