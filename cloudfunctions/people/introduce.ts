import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { people } from '@domain/people'
import { keepsName } from '@domain/role'
import type { Held } from '@domain/safety/held'
import type { Actor } from '../kernel/actor'
import { _, temporaryUrl } from '../kernel/cloud'
import { writePerson } from '../kernel/people'
import { phoneNumberOf } from '../kernel/phone-number'

type Facts = Readonly<Record<string, unknown>>

/**
 * 称呼 and 头像: his own. Whom a community has confirmed under a name is called by that name, and tells it when it is to be another. A name
 * that waits for the desk leaves the one he has; a face is his at once, and nobody else is given it before WeChat has looked.
 */
export async function introduce(fields: InputOf<typeof people.introduce>, actor: Actor): Promise<Moved> {
  if (fields.name !== undefined && keepsName(actor.me)) throw new Failure('FORBIDDEN')
  const { name: _name, ...others } = fields
  const plain = actor.waiting?.has('name') ? others : fields
  const held = await heldOf(actor)
  const isHeld = Object.keys(held).length > 0
  const changes = { ...plain, ...unasked(Object.keys(fields), actor), ...held }
  await writePerson(actor, { changes, ...(!isHeld && { plain }) })
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
}

/** What waits of this call, as fields of the update. */
async function heldOf(actor: Actor): Promise<object> {
  const [membership] = actor.me.memberships
  if (!membership || !actor.hold) return {}
  const { communityId } = membership
  const held = await actor.hold({ of: 'people', id: actor.id, communityId, facts: {} }, actor)
  return Object.fromEntries(Object.entries(held).map(([doubt, what]) => [`held.${doubt}`, _.set(what)]))
}

/** What he asked for before in the same place waits no more. */
function unasked(fields: readonly string[], actor: Actor): object {
  const { held = {} }: Facts = { ...actor.me }
  const before = Object.entries<Held>(Object(held)).filter(([, { words }]) => fields.some(field => field in words))
  return Object.fromEntries(before.map(([doubt]) => [`held.${doubt}`, _.remove()]))
}

/** A link to his own 头像 that lives ten minutes. */
export async function face(_input: object, actor: Actor) {
  const url = actor.me.face === undefined ? '' : await temporaryUrl(actor.me.face)
  if (url === '') throw new Failure('NOT_FOUND')
  return { url }
}

/** His own number, to himself; nobody else is told and nothing is written. */
export async function phoneNumber({ code }: InputOf<typeof people.phoneNumber>) {
  return { number: await phoneNumberOf(code) }
}
