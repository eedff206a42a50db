import { errand as errands } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import { open } from '@domain/operation'
import type { Me } from '@domain/role'
import type { ActingVerb } from './acting'
import { actions, type Action } from './actions'

/** The buttons of one errand for one reader: at most one of them red. */
export interface Drawn {
  main?: Action
  plain: Action[]
  quiet: Action[]
  /** On the errand's own page only. */
  rare: Action[]
}

/**
 * The buttons that stand open on this errand to this person, reading from this side. The table decides; the side only words it.
 * `only`: where there is room for some verbs.
 */
export function drawn(errand: Errand, me: Me, side: Side, now: number, only?: readonly ActingVerb[]): Drawn {
  const held = standingOpen(errand, me, side, now).filter(action => only?.includes(action.verb) ?? true)
  const [main, ...lesser] = held.filter(action => action.weight === 'main')
  const of = (weight: Action['weight']) => held.filter(action => action.weight === weight)
  return { ...(main ? { main } : {}), plain: [...lesser, ...of('plain')], quiet: of('quiet'), rare: of('rare') }
}

function standingOpen(errand: Errand, me: Me, side: Side, now: number): Action[] {
  const verbs: readonly string[] = open(errands, me, errand)
  return actions.filter(
    action => action.side === side && verbs.includes(action.verb) && (action.when?.(errand, now) ?? true),
  )
}
