import { errand } from '@domain/errand'
import { mostInHand } from '@domain/errand/hands'
import { mayAdvance } from '@domain/errand/money'
import { wordFor } from '@domain/errand/word'
import { Failure, type FailureDetail } from '@domain/failure'
import { toPerson } from '@domain/notice'
import type { Moved, Operation } from '@domain/operation'
import { personDoor } from '@domain/relation'
import { capOf } from '@domain/rider/duty'
import { dayMs, dayOf, dayStart, dayWord, weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _, isDuplicate } from '../kernel/cloud'
import { shownFace } from '../kernel/face'
import { anyNumber, fourDigits } from '../kernel/hash'
import { riderOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import type { Write } from '../kernel/write'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** Who has an errand, as far as the errand keeps it. */
export interface Rider {
  id: string
  name: string
  trade?: string | undefined
  advances?: boolean | undefined
  face?: string | undefined
  plate?: string | undefined
}

/** A rider of the community whom the desk names, or nobody; `fresh` where nobody asks him again before he has it. */
export async function callable(
  riderId: string,
  communityId: string,
  actor: Actor,
  fresh = false,
): Promise<Rider | undefined> {
  const person = await riderOf(riderId, communityId, actor.now, fresh)
  if (!person) return undefined
  return {
    id: person._id,
    name: person.name,
    trade: person.trade,
    advances: person.advances,
    face: shownFace(person),
    plate: person.plate,
  }
}

/** 不垫钱: whatever way it comes, what needs an advance does not reach him. */
export const noAdvance = ({ advances }: Pick<Rider, 'advances'>): object =>
  advances === false ? { 'money.how': _.neq('atDoor') } : {}

/** True where that stood in the way, whatever else did. */
export const lacksAdvance = (error: unknown, rider: Pick<Rider, 'advances'>): boolean =>
  error instanceof Refused && !mayAdvance(rider, error.record as { money?: { how: string } })

/** Taken from whoever had it, as far as the record goes: nobody's rider, slot, word or digits any more. */
export function taken(id: string): Record<string, unknown> {
  return {
    riderId: undefined,
    riderName: undefined,
    riderTrade: undefined,
    riderFace: undefined,
    riderPlate: undefined,
    word: undefined,
    digits: undefined,
    slot: id,
    digitsTries: 0,
    late: undefined,
    happenedAt: undefined,
    reason: undefined,
    acceptedAt: undefined,
    deliveredAt: undefined,
    proof: undefined,
    confirmedBy: undefined,
    rating: undefined,
    thanks: undefined,
    bill: undefined,
    more: undefined,
    paidAt: undefined,
    receivedAt: undefined,
  }
}

/**
 * At most two in hand (law 11), held by the unique index on `slot`: of each day the first place is tried, then the second, and no count is
 * read. A rider with a free first place today needs one request; what is for another day says so by its refusal and fills a place of that day.
 */
export async function takeInHand(op: Operation, id: string, actor: Actor, rider: Rider, write: Held): Promise<Moved> {
  const put = async (slot: string, where: object, more: object = {}) =>
    // Counted anew for each place: two taps at once take two places, one after the other.
    errands.move(op, id, op === errand.accept ? await withinCap(actor) : actor, {
      ...write,
      where: _.and([where, write.where ?? {}]),
      patch: { ...write.patch, ...more, ...inHandOf(rider, slot, actor.now) },
    })
  const fill = async (day: string, where: object, full: FailureDetail = {}) => {
    for (let place = 0; place < mostInHand; place += 1) {
      try {
        return await put(`${rider.id}#${day}#${place}`, { kind: _.neq('ride'), ...where })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
    throw new Failure('HANDS_FULL', full)
  }
  const tomorrow = dayStart(actor.now) + dayMs
  try {
    return await fill(dayOf(actor.now), { 'when.from': _.lt(tomorrow) })
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
    const { from = 0 } = when ?? {}
    if (from < tomorrow) throw error
    return fill(dayOf(from), { 'when.from': from }, { why: `${dayWord(from, actor.now)}已经答应了两单，先不接了` })
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

/** 备用司机: nobody, also once he is the driver himself. */
export const nobodyStandsBy = { backupId: undefined, backupName: undefined, backupState: undefined }

interface Held extends Pick<Write, 'tell'> {
  where?: object
  patch?: Readonly<Record<string, unknown>>
}

/** What the errand says of who has it from now on; `slot` is the place it fills in his hands. */
export function inHandOf(rider: Rider, slot: string, at: number): Record<string, unknown> {
  return {
    riderId: rider.id,
    riderName: rider.name,
    riderTrade: rider.trade,
    riderFace: rider.face,
    riderPlate: rider.plate || undefined,
    acceptedAt: at,
    slot,
    openTo: [personDoor(rider.id)],
    word: wordFor(anyNumber()),
    digits: fourDigits(),
    digitsTries: 0,
    escalated: undefined,
    fellOutAt: undefined,
    why: undefined,
    inboxOf: _.addToSet(toPerson(rider.id)),
  }
}
