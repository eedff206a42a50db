import { communityOf, hatIn, standsOf, type Hat, type Stand } from './hat'
import { useKept } from './kept'
import { useMe } from './me'
import { useNow } from './now'

export type { Hat, Stand } from './hat'

/** The hat a person wears in a community, the one this phone is about unless another is named, and all he holds; the last choice is remembered. */
export function useHat(communityId?: string): { hat: Hat; stands: Stand[]; wear(stand: Stand): void } {
  const me = useMe()
  const at = useNow()
  const [hat, wear] = useKept('hat')
  const [chosen, choose] = useKept('community')
  const here = communityId ?? communityOf(me, chosen)
  return {
    hat: hatIn(me, here, hat, at),
    stands: standsOf(me, here, at),
    wear(stand) {
      wear(stand.hat)
      choose(stand.communityId)
    },
  }
}
