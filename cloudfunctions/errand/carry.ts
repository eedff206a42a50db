import { errand } from '@domain/errand'
import { isPhotoOfAnother } from '@domain/errand/photo'
import { inHand } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { toDesk, toFamily } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import { taken } from './dispatch'
import { errands } from './errands'

const mostTries = 5

/** 我出发了. */
export function depart({ id }: InputOf<typeof errand.depart>, actor: Actor): Promise<Moved> {
  return errands.move(errand.depart, id, actor, { tell: [{ to: toFamily, say: 'underway', who: actor.name }] })
}

/** 送到了: the family's digits are compared in the condition itself; five wrong ones and the desk must be asked. */
export async function deliver(input: InputOf<typeof errand.deliver>, actor: Actor): Promise<Moved> {
  const { id, how, photo, digits } = input
  if ((how === 'digits' && !digits) || (how === 'photo' && !photo)) throw new Failure('BAD_INPUT')
  if (photo !== undefined && isPhotoOfAnother(photo, id)) throw new Failure('OTHERS_PHOTO')
  if (how === 'digits') await countTry(id, actor)
  try {
    return await errands.move(errand.deliver, id, actor, {
      where: how === 'digits' ? { digits, digitsTries: _.lte(mostTries) } : {},
      patch: { deliveredAt: actor.now, slot: id, proof: { how, ...(photo && { photo }) }, escalated: undefined },
      tell: [{ to: toFamily, say: 'delivered' }],
    })
  } catch (error) {
    if (
      how === 'digits' &&
      error instanceof Refused &&
      errand.deliver.moves.from.some(state => state === error.record.state)
    ) {
      const left = mostTries - Number(error.record.digitsTries ?? 0)
      throw left > 0 ? new Failure('WRONG_DIGITS', { left }) : new Failure('ASK_DESK')
    }
    throw error
  }
}

/**
 * A try is counted before it is compared, so that many guesses at once are no more than five. A tap that is sent again, because no
 * answer came, is not another try: by its key and its guess together, or one key would try every number.
 */
function countTry(id: string, { id: riderId, key, sum }: Actor): Promise<boolean> {
  const tap = `${key} ${sum}`
  const isCounted = { riderId, state: _.in([...inHand]), digitsTries: _.lte(mostTries), digitsTried: _.neq(tap) }
  return errands.book(id, undefined, { digitsTries: _.inc(1), digitsTried: tap }, isCounted)
}

/** 去不了了，转回社区: a reason, and where the goods are; no penalty. */
export function handBack({ id, why, goodsAt }: InputOf<typeof errand.handBack>, actor: Actor): Promise<Moved> {
  return errands.move(errand.handBack, id, actor, {
    patch: { ...taken(id), offer: undefined, openTo: [], waitingSince: actor.now, escalated: undefined, why, goodsAt },
    why,
    tell: [
      { to: toDesk, say: 'handedBack', who: actor.name, why },
      { to: toFamily, say: 'handedBack', who: actor.name },
    ],
  })
}

/** 没送成: it rises to the desk at once. */
export function fail({ id, why, goodsAt }: InputOf<typeof errand.fail>, actor: Actor): Promise<Moved> {
  return errands.move(errand.fail, id, actor, {
    patch: { slot: id, offer: undefined, escalated: undefined, why, goodsAt, openTo: [] },
    why,
    tell: [
      { to: toDesk, say: 'failed', why },
      { to: toFamily, say: 'failed', why },
    ],
  })
}
