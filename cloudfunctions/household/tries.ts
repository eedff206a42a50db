import { mostTries, triesLastMs } from '@domain/household/binding'
import type { Actor } from '../kernel/actor'
import { _, collectionOf, isDuplicate } from '../kernel/cloud'
import { hash } from '../kernel/hash'

const tries = collectionOf('tries')

interface Tried {
  tries: number
  taps: string[]
}

/**
 * Counts one try of this person in this community, before anything is compared, so that guesses at once are no more than the tries. A tap
 * that is sent again, because no answer came, is not another one.
 * @returns how many are left; nothing when this one is over the most
 */
export async function countTry(communityId: string, actor: Actor): Promise<number | undefined> {
  const id = `${communityId}:${actor.id}`
  const tap = hash(`${actor.key} ${actor.sum}`)
  const book = async (where: object, data: object) => {
    const { stats } = await tries.where({ _id: id, ...where }).update({ data })
    return stats.updated === 1
  }
  const anew = { communityId, personId: actor.id, tries: 1, taps: [tap], until: actor.now + triesLastMs }
  const counted = { until: _.gt(actor.now), tries: _.lt(mostTries), taps: _.neq(tap) }
  const count = () => book(counted, { tries: _.inc(1), taps: _.push([tap]) })
  const isCounted =
    (await count()) ||
    (await book({ until: _.lte(actor.now) }, { ...anew, taps: _.set([tap]) })) ||
    (await begin({ _id: id, ...anew })) ||
    // Another try of his began the count at this moment.
    (await count())
  const { data } = await tries.doc(id).get()
  const stands = data as Tried
  return isCounted || stands.taps.includes(tap) ? mostTries - stands.tries : undefined
}

/** The first try of all; false when there is a count already. */
async function begin(data: object): Promise<boolean> {
  try {
    await tries.add({ data })
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return false
  }
}
