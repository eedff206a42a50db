import { sentAway } from '../as'
import { freed } from '../moves'
import { shapes, words } from '../new-errand'
import { home, homes, idOf, names, type Who } from '../people'
import type { Verb } from '../verb'
import { isDesk, isFamily, owes, minute, namedIn, twoDays, type Errand } from '../world'

const why = '想清楚了'

export const request: Verb = (world, who, errand, [, , c]) => {
  const late = c % 12 === 0
  const from = late ? world.now() - minute : errand.from
  const isOurs = isFamily(who) || isDesk(who)
  const code = isOurs ? (late ? 'PAST_SLOT' : 'ok') : who === 'cousin' && late ? 'PAST_SLOT' : 'FORBIDDEN'
  return {
    say: `${names[who]}点单：${homes[errand.home]}家${words[errand.kind]}${late ? '，时间已经过了' : ''}`,
    input: {
      communityId: home,
      householdId: errand.home,
      kind: errand.kind,
      what: '照老样子',
      when: { from, until: errand.until },
      ...shapes[errand.kind],
      ...(isDesk(who) && { byPhone: true }),
    },
    code,
    happens(at, answer) {
      Object.assign(errand, { id: String(answer.id), state: 'requested', requestedAt: at, waitingSince: at })
      if (world.stopped && world.stopped > at) errand.stop = world.stopped
      if (errand.kind === 'shopping') errand.money = { isOpen: true, paid: false, received: false }
      errand.newcomer = !world.known.has(errand.home)
      world.errands.push(errand)
      return { errand, told: [['desk', 'requested']] }
    },
  }
}

const sendBack: Verb = (world, who, errand) => ({
  say: `${names[who]}退回并问一句`,
  input: { id: errand.id, why },
  code: sentAway(world, who, errand, 'desk') ?? (errand.state === 'requested' ? 'ok' : 'WRONG_STATE'),
  happens(at) {
    Object.assign(errand, { state: 'returned', waitingSince: at })
    delete errand.risen
    return { errand, told: [['family', 'returned']] }
  },
})
export { sendBack as return }

export const amend: Verb = (world, who, errand) => ({
  say: `${names[who]}补一句`,
  input: { id: errand.id, why },
  code: sentAway(world, who, errand, 'family', 'desk') ?? (errand.state === 'returned' ? 'ok' : 'WRONG_STATE'),
  happens(at) {
    Object.assign(errand, { state: 'requested', waitingSince: at })
    delete errand.risen
    return { errand, told: [['desk', 'amended']] }
  },
})

export const verify: Verb = (world, who, errand) => ({
  say: `${names[who]}打过电话，核实了${homes[errand.home]}家`,
  input: { id: errand.id, householdId: errand.home },
  code: sentAway(world, who, errand, 'desk') ?? (errand.newcomer ? 'ok' : 'WRONG_STATE'),
  happens() {
    world.known.add(errand.home)
    for (const other of world.errands) if (other.home === errand.home) other.newcomer = false
    return { errand }
  },
})

/** Who has it, or was asked, as the canceller saw it; or somebody else; or nobody. */
function seenBy(errand: Errand, c: number): Who | undefined {
  const is = errand.rider ?? namedIn(errand)
  return c % 6 === 0 ? 'li' : c % 6 === 1 ? undefined : is
}

const calledOff =
  (from: readonly string[], as: readonly ('family' | 'desk')[]): Verb =>
  (world, who, errand, [, , c]) => {
    const rider = seenBy(errand, c)
    const isSeen = rider === (errand.rider ?? namedIn(errand))
    return {
      say: `${names[who]}取消${rider ? `，看到是${names[rider]}的` : ''}`,
      input: { id: errand.id, why, ...(rider && { riderId: idOf(rider) }) },
      code:
        sentAway(world, who, errand, ...as) ??
        (!from.includes(errand.state) ? 'WRONG_STATE' : owes(errand) ? 'SETTLE_FIRST' : isSeen ? 'ok' : 'WRONG_STATE'),
      happens(at) {
        Object.assign(errand, { state: 'cancelled', closedAt: at })
        delete errand.door
        delete errand.risen
        const say = isFamily(who) ? 'cancelled' : 'cancelledByDesk'
        return {
          errand,
          told: [...(rider ? [[rider, say] as [Who, string]] : []), [isFamily(who) ? 'desk' : 'family', say]],
        }
      },
    }
  }

export const cancel = calledOff(['requested', 'returned', 'dispatched', 'accepted', 'failed'], ['family', 'desk'])
export const callOff = calledOff(['underway'], ['desk'])

/** As good as never asked for: what failed, or was complained of, begins anew. */
export const reopen: Verb = (world, who, errand) => ({
  say: `${names[who]}重新安排`,
  input: { id: errand.id },
  code:
    sentAway(world, who, errand, 'desk') ??
    (!['failed', 'disputed'].includes(errand.state) ? 'WRONG_STATE' : owes(errand) ? 'SETTLE_FIRST' : 'ok'),
  happens(at) {
    freed(errand)
    Object.assign(errand, { state: 'requested', waitingSince: at })
    return { errand }
  },
})

export const dispute: Verb = (world, who, errand) => {
  const isInTime = errand.deliveredAt !== undefined && errand.deliveredAt > world.now() - twoDays
  const fits = ['delivered', 'confirmed'].includes(errand.state) && isInTime
  return {
    say: `${names[who]}说没收到`,
    input: { id: errand.id, why },
    code: sentAway(world, who, errand, 'family', 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens() {
      errand.state = 'disputed'
      delete errand.closedAt
      return { errand, told: [['desk', 'disputed']] }
    },
  }
}
