import { Failure } from '@domain/failure'
import type { Revealed } from '@domain/household/revealed'
import { knockWords } from '@domain/household/words'
import { maskedPhone } from '@domain/person'
import type { Place } from '@domain/role'
import { heldFrom, type Reader } from '@domain/safety/held'
import { minuteMs } from '@domain/time'
import type { Actor } from './actor'
import type { HouseholdDocument } from './households'

/** Who reads, for what is held of a record. */
export const readerOf = (actor: Actor, place: string | Place): Reader => ({
  id: actor.id,
  isDesk: actor.isDesk(place),
})

/**
 * A repetition is answered while it can be the same tap on a bad line; later it would be a look that nobody wrote down.
 * @throws WRONG_STATE
 */
export function checkLook(actor: Actor, lookedAt: number): void {
  if (actor.now - lookedAt > minuteMs) throw new Failure('WRONG_STATE')
}

/**
 * Door and phones, by the one way they leave the cloud (law 6): the look was written down at `lookedAt`, before they are answered.
 * @throws WRONG_STATE
 */
export function opened(home: HouseholdDocument, actor: Actor, lookedAt: number): Revealed {
  checkLook(actor, lookedAt)
  const { building, unit, door, stairs, knocks, note, visitNotes } = home
  const notes = Object.values(visitNotes ?? {})
  const isNoteHeld = heldFrom({ ...home }, readerOf(actor, home)).some(({ words }) => words.note === note)
  const knock = [knockWords(knocks), isNoteHeld ? undefined : note].filter(Boolean).join(' · ')
  return {
    place: `${building} ${unit}单元 ${door} · ${stairs}`,
    ...(knock && { knock }),
    ...(notes.length > 0 && { notes }),
    phones: phonesFor(home, actor, number => number),
  }
}

/** The numbers as whoever has not looked sees them. */
export const maskedPhones = (home: HouseholdDocument, actor: Actor): Revealed['phones'] =>
  phonesFor(home, actor, maskedPhone)

function phonesFor(home: HouseholdDocument, actor: Actor, shown: (number: string) => string): Revealed['phones'] {
  const isHeld = heldFrom({ ...home }, readerOf(actor, home)).some(({ words }) => words.phones)
  return home.phones.map(({ number, whose }) => ({ number: shown(number), whose: isHeld ? '家里' : whose }))
}
