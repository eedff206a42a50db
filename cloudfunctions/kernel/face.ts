import type { Me } from '@domain/role'
import { allHeld } from '@domain/safety/held'

/** The face that others may be given: one that waits, or that was found unfit, is his own alone. */
export function shownFace(person: Pick<Me, 'face'>): string | undefined {
  return allHeld({ ...person }).some(({ words }) => words.face === person.face) ? undefined : person.face
}
