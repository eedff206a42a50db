import { sentAway } from '../as'
import { elsewhere, home, idOf, laysOutNothing, names, type Who } from '../people'
import { chosen, type Verb } from '../verb'
import { isCarried, isDesk, isRiderHere, namedIn, type Errand } from '../world'

const told = (who: Who, say: string): [Who, string][] => [[who, say]]

const untilItsEnd = (errand: Errand): boolean => isCarried(errand) || ['requested', 'dispatched'].includes(errand.state)

const backups = ['li', 'zhang', 'li', 'wu', 'he', 'chen'] as const

/** 定备用司机; who stood by until now, as the desk saw it, hears that it is another. */
export const nameBackup: Verb = (world, who, errand, [, b, c]) => {
  const rider = chosen(backups, b)
  const communityId = c % 9 === 8 ? elsewhere : home
  const is = errand.backup?.who
  const from = c % 7 === 0 ? ('zhang' as const) : c % 7 === 1 ? undefined : is
  const drives = errand.rider === rider || namedIn(errand) === rider
  const fits = errand.kind === 'ride' && untilItsEnd(errand) && !drives && from === is
  function refused(): string {
    if (communityId === home) {
      if (!isDesk(who)) return 'FORBIDDEN'
      if (!isRiderHere(world, rider)) return 'RIDER_GONE'
      if (errand.newcomer) return 'CALL_FIRST'
      if (laysOutNothing.includes(rider) && errand.kind === 'shopping') return 'NO_ADVANCE'
      return fits ? 'ok' : 'WRONG_STATE'
    }
    if (who !== 'desk-b') return 'FORBIDDEN'
    return rider === 'chen' ? 'FORBIDDEN' : 'RIDER_GONE'
  }
  return {
    say: `${names[who]}请${names[rider]}当备用${from ? `，原来是${names[from]}` : ''}`,
    input: { id: errand.id, communityId, riderId: idOf(rider), ...(from && { from: idOf(from) }) },
    code: refused(),
    happens() {
      errand.backup = { who: rider, ready: false }
      errand.met.add(rider)
      return {
        errand,
        told: [...(from && from !== rider ? told(from, 'backupChanged') : []), ...told(rider, 'backupAsked')],
      }
    },
  }
}

export const standBy: Verb = (world, who, errand) => ({
  say: `${names[who]}说可以备着`,
  input: { id: errand.id },
  code:
    sentAway(world, who, errand, 'backup') ??
    (untilItsEnd(errand) && errand.backup?.ready === false ? 'ok' : 'WRONG_STATE'),
  happens() {
    if (errand.backup) errand.backup.ready = true
    // It had risen for want of him alone.
    if (isCarried(errand) && errand.risen === 'rideUnmanned') delete errand.risen
    return {
      errand,
      told: [
        ['desk', 'backupReady'],
        ['family', 'backupReady'],
      ],
    }
  },
})

export const standDown: Verb = (world, who, errand) => ({
  say: `${names[who]}说备不了`,
  input: { id: errand.id, why: '那天有事' },
  code: sentAway(world, who, errand, 'backup') ?? (untilItsEnd(errand) ? 'ok' : 'WRONG_STATE'),
  happens() {
    delete errand.backup
    return { errand, told: [['desk', 'backupGone']] }
  },
})
