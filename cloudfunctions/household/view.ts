import type { Actor } from '../kernel/actor'
import { maskedPhones } from '../kernel/door'
import type { HouseholdDocument } from '../kernel/households'

/** A household with its numbers masked, as it is answered. */
export const viewOf = (home: HouseholdDocument, actor: Actor) => ({ ...home, masked: maskedPhones(home, actor) })
