import { allTries, ownTries, type TriesLimit } from '@domain/tries'
import type { Actor } from './actor'
import { _, collectionOf, isDuplicate } from './cloud'
import { hash } from './hash'

const tries = collectionOf('tries')

interface Tried {
  tries: number
  taps: string[]
  until: number
}

/** What is tried: a code of one kind, of one community where it belongs to one. */
interface Of {
  what: 'binding' | 'invitation' | 'group' | 'badge'
  communityId?: string
}

const nameOf = ({ what, communityId = '' }: Of): string => `${what}:${communityId}`

/**
 * Counts one try of this person, before anything is compared, so that guesses at once are no more than the tries. A tap that is sent
 * again, because no answer came, is not another one.
 * @returns how many are left; nothing when this one is over the most
 */
export const countTry = (of: Of, actor: Actor): Promise<number | undefined> =>
  count(`${nameOf(of)}:${actor.id}`, { ...ownTries, personId: actor.id }, of, actor)

/** Counts a wrong one towards what a community bears from all together. */
export async function countWrong(of: Of, actor: Actor): Promise<void> {
  await count(nameOf(of), { ...allTries, personId: '' }, of, actor)
}

/** True while a community has had more wrong ones than it bears. */
export async function isTriedOut(of: Of, now: number): Promise<boolean> {
  const { data } = await tries.doc(nameOf(of)).get()
  const stands = data as Tried | undefined
  return (stands?.until ?? 0) > now && (stands?.tries ?? 0) >= allTries.most
}

async function count(
  id: string,
  { most, lastsMs, personId }: TriesLimit & { personId: string },
  { communityId = '' }: Of,
  actor: Actor,
): Promise<number | undefined> {
  const tap = hash(`${actor.id} ${actor.key} ${actor.sum}`)
  const book = async (where: object, data: object) => {
    const { stats } = await tries.where({ _id: id, ...where }).update({ data })
    return stats.updated === 1
  }
  const anew = { communityId, personId, tries: 1, taps: [tap], until: actor.now + lastsMs }
  const counted = { until: _.gt(actor.now), tries: _.lt(most), taps: _.neq(tap) }
  const more = () => book(counted, { tries: _.inc(1), taps: _.push([tap]) })
  const isCounted =
    (await more()) ||
    (await book({ until: _.lte(actor.now) }, { ...anew, taps: _.set([tap]) })) ||
    (await begin({ _id: id, ...anew })) ||
    // Another try began the count at this moment.
    (await more())
  const { data } = await tries.doc(id).get()
  const stands = data as Tried
  return isCounted || stands.taps.includes(tap) ? most - stands.tries : undefined
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
