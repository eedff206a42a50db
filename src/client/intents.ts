import { hourMs } from '@domain/time'
import * as z from '@domain/zod'
import { newKey } from './call'
import { keepValue, keptValue } from './kept'
import { heldMe } from './me'

/** One tap that has not come through: what it was, by a fingerprint and not by its words; its key; and when it was first made. */
const Intent = z.object({ of: z.string(), key: z.string(), at: z.number() })
type Intent = z.infer<typeof Intent>

const name = 'unanswered'
/** Past it the same tap is meant anew: who comes to the station again in the morning comes again. */
const lastsMs = 12 * hourMs
const most = 30

function all(): Intent[] {
  const kept = keptValue(name)
  const since = Date.now() - lastsMs
  return Array.isArray(kept)
    ? kept.flatMap(one => z.safeParse(Intent, one).data ?? []).filter(({ at }) => at > since)
    : []
}

const write = (intents: readonly Intent[]): void => keepValue(name, intents.length > 0 ? intents : undefined)

/**
 * The key of what somebody means to do. Until it has come through the same row with the same input, tried again, is the same intent: also from a
 * page that was closed and opened anew, and from an app that was killed between the tap and its answer.
 */
export function keyOf(intent: string): string {
  const of = fingerprint(intent)
  const kept = all()
  const known = kept.find(one => one.of === of)
  if (known) return known.key
  const key = newKey()
  write([...kept, { of, key, at: Date.now() }].slice(-most))
  return key
}

/** It came through, or its key is another's: the same again is another intent. */
export function forget(intent: string): void {
  const of = fingerprint(intent)
  write(all().filter(one => one.of !== of))
}

/** Of whoever holds this phone; two that fall together are told apart by the cloud (KEY_REUSED). */
function fingerprint(intent: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (const letter of `${heldMe()?.id ?? ''} ${intent}`) {
    const code = letter.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995) + (a >>> 15)
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}
