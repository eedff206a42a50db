import { needsBecause, type Absence, type Because, type Choice } from '@domain/errand/chosen'
import { Failure } from '@domain/failure'
import { _ } from '../kernel/cloud'

interface Choosing {
  shown?: readonly string[] | undefined
  /** `agreed`: he said yes himself, on the telephone. */
  because?: Because | 'agreed' | undefined
  absent?: Absence | undefined
}

const mostChoices = 20

/**
 * 选了谁: what this choice adds to the errand, for the desk alone: whom it was shown in which order, and whom it took.
 * @throws SAY_WHY when somebody stood before him and no reason was tapped
 */
export function choice(riderId: string | undefined, said: Choosing, at: number): Record<string, unknown> {
  if (needsBecause(riderId, said)) throw new Failure('SAY_WHY')
  const { shown, because, absent } = said
  if (!shown && !because && !absent) return {}
  const made: Choice = {
    at,
    shown: [...(shown ?? [])],
    ...(riderId && { riderId }),
    ...(because && { because }),
    ...(absent && { absent }),
  }
  return { choices: _.push({ each: [made], slice: -mostChoices }) }
}
