import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { people } from '@domain/people'
import type { Actor } from '../kernel/actor'
import { temporaryUrl } from '../kernel/cloud'
import { writePerson } from '../kernel/people'
import { phoneNumberOf } from '../kernel/phone-number'
import { keepsName } from '@domain/role'

/** 称呼 and 头像: his own. Whom a community has confirmed under a name is called by that name, and tells it when it is to be another. */
export async function introduce(fields: InputOf<typeof people.introduce>, actor: Actor): Promise<Moved> {
  if (fields.name !== undefined && keepsName(actor.me)) throw new Failure('FORBIDDEN')
  await writePerson(actor, { changes: fields, plain: fields })
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
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
