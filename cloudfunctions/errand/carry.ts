import { errand } from '@domain/errand'
import { isLaidOut } from '@domain/errand/goods'
import { trueTime } from '@domain/errand/happened'
import { guessWords } from '@domain/errand/late'
import { isPhotoOf } from '@domain/errand/photo'
import { isFetched } from '@domain/errand/reasons'
import { inHand, isInHand, type Errand } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { toDesk, toFamily } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import { taken, whereItLies } from './in-hand'
import { errands } from './errands'
import { replace } from './ride'

const mostTries = 5

/** 我出发了. */
export function depart({ id, happenedAt }: InputOf<typeof errand.depart>, actor: Actor): Promise<Moved> {
  return errands.move(errand.depart, id, actor, {
    ...done(happenedAt, actor, { escalated: undefined }),
    tell: [{ to: toFamily, say: 'underway', who: actor.name }],
  })
}

/** The true time of what is done, in the record and in its timeline; `patch` is what else is written. */
function done(said: number | undefined, actor: Actor, patch: object = {}) {
  const happenedAt = trueTime(said, actor.now)
  return { happenedAt, patch: { ...patch, happenedAt } }
}

/** 送到了: the family's digits are compared in the condition itself; five wrong ones and the desk must be asked. */
export async function deliver(input: InputOf<typeof errand.deliver>, actor: Actor): Promise<Moved> {
  const { id, how, photo, digits, happenedAt } = input
  if ((how === 'digits' && !digits) || (how === 'photo' && !photo)) throw new Failure('BAD_INPUT')
  if (photo !== undefined && !isPhotoOf(photo, id)) throw new Failure('OTHERS_PHOTO')
  if (how === 'digits') await countTry(id, actor)
  try {
    return await errands.move(errand.deliver, id, actor, {
      where: how === 'digits' ? { digits, digitsTries: _.lte(mostTries) } : {},
      ...done(happenedAt, actor, {
        deliveredAt: actor.now,
        slot: id,
        proof: { how, ...(photo && { photo }) },
        goodsAt: undefined,
        escalated: undefined,
        late: undefined,
      }),
      tell: [{ to: toFamily, say: 'delivered' }],
    })
  } catch (error) {
    // To somebody who has it no more nothing is said of the digits.
    if (
      how === 'digits' &&
      error instanceof Refused &&
      error.record.riderId === actor.id &&
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

/** 去不了了，转回社区: a reason, and where the goods are; no penalty. @throws LAID_OUT */
export async function handBack(input: InputOf<typeof errand.handBack>, actor: Actor): Promise<Moved> {
  const { id, why, reason, goodsAt, happenedAt } = input
  const back = { offer: undefined, openTo: [], waitingSince: actor.now, escalated: undefined, fellOutAt: actor.now }
  const lies = await whereItLies(id, goodsAt)
  const move = errands.move(errand.handBack, id, actor, {
    where: isFetched(goodsAt) ? { 'money.how': _.neq('atDoor') } : {},
    ...done(happenedAt, actor, { ...taken(id), ...back, ...lies, why, reason, saidNo: _.addToSet(actor.id) }),
    why,
    tell: [
      { to: toDesk, say: 'handedBack', who: actor.name, why },
      { to: toFamily, say: 'handedBack', who: actor.name },
    ],
  })
  const moved = await move.catch(error => {
    const { riderId, state, money } = error instanceof Refused ? (error.record as Partial<Errand>) : {}
    const isHis = riderId === actor.id && isInHand({ state })
    throw isHis && isLaidOut({ money }, goodsAt) ? new Failure('LAID_OUT') : error
  })
  // A tap that comes again meets what others have said since; what the first did not come to the clock does within a minute.
  if (moved.at === actor.now) await replace(id, actor)
  return moved
}

/** 没送成: it rises to the desk at once. */
export async function fail(input: InputOf<typeof errand.fail>, actor: Actor): Promise<Moved> {
  const { id, why, reason, goodsAt, happenedAt } = input
  const over = { slot: id, offer: undefined, escalated: undefined, late: undefined, openTo: [] }
  return errands.move(errand.fail, id, actor, {
    ...done(happenedAt, actor, { ...over, ...(await whereItLies(id, goodsAt)), why, reason }),
    why,
    tell: [
      { to: toDesk, say: 'failed', why },
      { to: toFamily, say: 'failed', why },
    ],
  })
}

/**
 * 来不及了？告诉社区: the desk has it among what is stuck, with the guess, and the family is told. Said once more it is the newer guess.
 * @throws TOO_EARLY before the latest time
 */
export async function late({ id, minutes }: InputOf<typeof errand.late>, actor: Actor): Promise<Moved> {
  const said = { minutes, at: actor.now }
  const who = actor.name
  try {
    return await errands.change(errand.late, id, actor, {
      where: { state: _.in([...inHand]), 'when.until': _.lte(actor.now) },
      patch: { late: said, escalated: { why: 'late', at: actor.now } },
      why: `${guessWords(said)} 前后到`,
      tell: [
        { to: toDesk, say: 'saysLate', who, why: guessWords(said) },
        { to: toFamily, say: 'runsLate', who, why: guessWords(said) },
      ],
    })
  } catch (error) {
    if (error instanceof Refused && error.record.riderId === actor.id && isInHand(error.record))
      throw new Failure('TOO_EARLY')
    throw error
  }
}
