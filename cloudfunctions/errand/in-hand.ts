import { mayAdvance } from '@domain/errand/money'
import { goodsPlaces } from '@domain/errand/reasons'
import { wordFor } from '@domain/errand/word'
import { toPerson } from '@domain/notice'
import { personDoor } from '@domain/relation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { shownFace } from '../kernel/face'
import { anyNumber, fourDigits } from '../kernel/hash'
import { riderOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import { errands } from './errands'

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

/** What is said of the goods by who had them. Who took nothing leaves them where somebody before him did. */
export async function whereItLies(id: string, goodsAt: string | undefined): Promise<{ goodsAt?: string }> {
  if (goodsAt === undefined) return {}
  const isElsewhere = goodsAt === goodsPlaces.none && (await errands.get(id))?.goodsAt !== undefined
  return isElsewhere ? {} : { goodsAt }
}

/** 备用司机: nobody, also once he is the driver himself. */
export const nobodyStandsBy = { backupId: undefined, backupName: undefined, backupState: undefined }

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
