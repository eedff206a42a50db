import { hatsOf, type Hat } from './hat'
import { useKept } from './kept'
import { useMe } from './me'
import { useNow } from './now'

export type { Hat } from './hat'

/** The hats a person holds and the one he wears; the last choice is remembered. */
export function useHat(): { hat: Hat; hats: Hat[]; wear(hat: Hat): void } {
  const me = useMe()
  const at = useNow()
  const [chosen, wear] = useKept('hat')
  return { ...hatsOf(me, chosen, at), wear }
}
