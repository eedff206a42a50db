import { errand } from '@domain/errand'
import { mostInHand } from '@domain/errand/hands'
import { Failure } from '@domain/failure'
import type { Moved, Operation } from '@domain/operation'
import { personDoor } from '@domain/relation'
import { capOf } from '@domain/rider/duty'
import { dayMs, dayOf, dayStart, dayWord, momentOf, weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _, isDuplicate } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import type { Write } from '../kernel/write'
import { errands } from './errands'
import { inHandOf, nobodyStandsBy, type Rider } from './in-hand'
import type { ErrandDocument } from './rise'

interface Held extends Pick<Write, 'tell'> {
  where?: object
  patch?: Readonly<Record<string, unknown>>
  /** The day it is for, as whoever takes it reads it there (`'2026-11-24'`): tried first, so that a right one costs one request. */
  on?: string | undefined
}

/**
 * At most two in hand (law 11), held by the unique index on `slot`: of each day the first place is tried, then the second, and no count is
 * read. What is for another day than the one tried first says so by its refusal and fills a place of its own.
 * @throws HANDS_FULL, CAP_REACHED, and whatever a move throws
 */
export async function takeInHand(
  op: Operation,
  id: string,
  actor: Actor,
  rider: Rider,
  { on = '', ...write }: Held,
): Promise<Moved> {
  const put = async (slot: string, where: object, more: object = {}) =>
    // Counted anew for each place: two taps at once take two places, one after the other.
    errands.move(op, id, op === errand.accept ? await withinCap(actor) : actor, {
      ...write,
      where: _.and([where, write.where ?? {}]),
      patch: { ...write.patch, ...more, ...inHandOf(rider, slot, actor.now) },
    })
  const today = dayOf(actor.now)
  const fill = async (day: string) => {
    const from = momentOf(day, '00:00')
    const ends = from + dayMs
    const begins = day === today ? _.lt(ends) : _.and(_.gte(from), _.lt(ends))
    for (let place = 0; place < mostInHand; place += 1) {
      try {
        return await put(`${rider.id}#${day}#${place}`, { kind: _.neq('ride'), 'when.from': begins })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
    const why = `${dayWord(from, actor.now)}已经答应了两单，先不接了`
    throw new Failure('HANDS_FULL', day === today ? {} : { why })
  }
  const tried = on > today ? on : today
  try {
    return await fill(tried)
  } catch (error) {
    if (!(error instanceof Refused) || !op.moves?.from.some(state => state === error.record.state)) throw error
    const { kind, backupId, when } = error.record as Pick<ErrandDocument, 'kind' | 'backupId' | 'when'>
    if (kind === 'ride') {
      // A ride is agreed on days ahead: an appointment, and nothing in hand until then.
      const appoint = (isBackup: boolean) =>
        put(id, { kind: 'ride', backupId: isBackup ? rider.id : _.neq(rider.id) }, isBackup ? nobodyStandsBy : {})
      const isBackup = backupId === rider.id
      return appoint(isBackup).catch(late => {
        // He was named, or stood down, in this very moment: he drives all the same.
        const isTurned = late instanceof Refused && (late.record.backupId === rider.id) !== isBackup
        if (isTurned && op !== errand.takeOver) return appoint(!isBackup)
        throw late
      })
    }
    const day = dayOf(Math.max(when?.from ?? 0, dayStart(actor.now)))
    if (day === tried) throw error
    return fill(day)
  }
}

/** He, or who is refused because he has carried as many this week as he wants to: one question, and only of who has set a number. */
async function withinCap(actor: Actor): Promise<Actor> {
  const most = capOf(actor.me)
  if (most === Infinity) return actor
  const his = { openTo: personDoor(actor.id), riderId: actor.id, acceptedAt: _.gte(weekStart(actor.now)) }
  const carried = await errands.count(his)
  return carried < most ? actor : { ...actor, refusal: new Failure('CAP_REACHED') }
}
