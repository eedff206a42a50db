import type { Saying } from '../notice'

/** What asks for his time: whether to telephone is for the desk to say. */
const asks: readonly Saying[] = ['offered', 'backupAsked']
/** What he need do nothing about: it stands in his 消息 and waits for his own look. */
const waits: readonly Saying[] = ['thanked', 'paid', 'recalled', 'backupChanged']
/** What waits so unless it is about what he carries this minute. */
const waitsUnlessCarried: readonly Saying[] = ['moreAllowed', 'fromDesk']

/**
 * What becomes of something told to a rider off duty, in his quiet hours or at 不打扰 (law 11: quiet means not pushed). Everything else goes to
 * his phone all the same: it is about what he has in his hands or promised to come for, and whoever carries something is at it.
 */
export function whileResting(say: Saying, isCarrying: boolean): 'asks' | 'waits' | 'goes' {
  if (asks.includes(say)) return 'asks'
  return waits.includes(say) || (waitsUnlessCarried.includes(say) && !isCarrying) ? 'waits' : 'goes'
}
