import { people } from '@domain/people'
import { type TemplateName, worthAsking } from '@domain/template'
import { wechat, type Subscribed } from '@/wechat'
import { call } from './call'
import { heldMe } from './me'
import { now } from './now'

/** More of one template than this is not asked for, though it costs the person nothing. */
const enough = 5

/** By ourselves we ask once while the app runs; the person's own wish is another matter. */
let asked = false

/** What is to be asked for in this tap, and of it only what can be of use. */
function wanted(names: readonly TemplateName[], isWish: boolean): TemplateName[] {
  const ledger = heldMe()?.subscribed ?? {}
  const left = (name: TemplateName) => ledger[name]?.left ?? 0
  const silent = names.filter(name => wechat.alwaysAllowed().includes(name) && left(name) < enough)
  if (isWish) return names.filter(name => left(name) === 0 || silent.includes(name))
  return asked ? silent : [...new Set([...worthAsking(ledger, names, now()), ...silent])]
}

/**
 * 有进展用微信告诉我: asks in a tap that benefits the person for messages of these templates, where none is left. Call it first in the tap
 * and do not wait for it: the tap's own work never hangs on the answer. `wished`: the person has asked for it himself, by a tick.
 * The cloud keeps the account; a report that is lost is put right by the next message that does not arrive.
 */
export async function askToTell(
  names: readonly TemplateName[],
  { wished = false } = {},
): Promise<Subscribed | undefined> {
  const wantedNow = wanted(names, wished)
  if (wantedNow.length === 0) return undefined
  asked = true
  const told = await wechat.subscribe(wantedNow)
  if (Object.keys(told.answers).length > 0)
    await call(people.subscribed, { answers: told.answers }).catch(() => undefined)
  return told
}

/** True when none of what was asked for was allowed: what happens is then told on the phone's own screens only. */
export function isUntold(told: Subscribed | undefined): boolean {
  return told !== undefined && !Object.values(told.answers).includes('accept')
}
