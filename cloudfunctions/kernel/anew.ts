import type { Actor } from './actor'
import { together, type Answers, type Asking } from './asking'
import { askedPerson, met } from './people'

/**
 * Asks, and reads in the same request who asks where he has not been read for this call: he acts as what was read.
 * @throws FORBIDDEN where he is no more what he was remembered as
 */
export async function anew<A extends readonly Asking<unknown>[]>(actor: Actor, ...askings: A): Promise<Answers<A>> {
  const { again, openid, now } = actor
  if (!again) return together(...askings)
  const [[person], ...found] = await together(askedPerson(openid), ...askings)
  again(met(openid, person, now))
  return found as Answers<A>
}
