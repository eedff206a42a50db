import { Failure, type FailureCode, type FailureDetail } from '@domain/failure'
import { Key, writes, type InputOf, type Operation } from '@domain/operation'
import { holds, nobody, type Me } from '@domain/role'
import * as z from '@domain/zod'
import type { Actor } from './actor'
import { caller } from './cloud'
import { checkCommunity, reaches, rolesFor } from './guard'
import { sumOf } from './hash'
import { now } from './now'
import { isGuest, meOf, personOf } from './people'
import { Refused } from './records'
import { show } from './show'

type Operations = Record<string, Operation>
/** One function per row, same name; until it exists the build fails. */
export type Handlers<T extends Operations> = {
  [V in keyof T]: (input: InputOf<T[V]>, actor: Actor) => Promise<unknown>
}

type Reply = { at: number; me?: Me } & (
  { ok: true; data: unknown } | { ok: false; code: FailureCode; detail?: FailureDetail }
)

const Envelope = z.object({
  verb: z.string(),
  input: z.unknown(),
  key: z.optional(Key),
  me: z.optional(z.string()),
  as: z.optional(z.string()),
})
const mostBytes = 100_000

/** Opens an area to the world: identify, authorise, validate, run, whitelist - in this order, for every row alike. */
export function serve<T extends Operations>(table: T, handlers: Handlers<T>) {
  return async function main(event: unknown): Promise<Reply> {
    const at = now()
    let actor: Actor | undefined
    let held: string | undefined
    try {
      if (JSON.stringify(event ?? null).length > mostBytes) throw new Failure('TOO_BIG')
      const envelope = Envelope.safeParse(event)
      if (!envelope.success) throw new Failure('BAD_INPUT')
      const { verb, input, key = '', as } = envelope.data
      held = envelope.data.me
      const op = Object.hasOwn(table, verb) ? table[verb] : undefined
      const handler = op && handlers[verb]
      if (!op || !handler) throw new Failure('UNKNOWN_VERB')
      const parsed = op.input.safeParse(input)
      if (!parsed.success) throw badInput(parsed.error)
      if (writes(op) && !key) throw new Failure('BAD_INPUT')
      const perform = async (fresh: boolean): Promise<unknown> => {
        actor = { ...(await identify(op, at, as, held, fresh)), key, sum: sumOf(verb, parsed.data) }
        checkCommunity(actor, parsed.data)
        return show(op, await handler(parsed.data as InputOf<T[string]>, actor), actor)
      }
      // What is remembered of a person may only allow: before he is refused he is read again.
      const data = await perform(false).catch(error =>
        mayBeOutdated(error, actor) ? perform(true) : Promise.reject(error),
      )
      return { ok: true, at, data, ...(actor && (await changedMe(actor, held))) }
    } catch (error) {
      const failure = asFailure(error)
      if (failure.code === 'BROKEN') console.error(error)
      const detail = Object.keys(failure.detail).length > 0 ? { detail: failure.detail } : {}
      return {
        ok: false,
        at,
        code: failure.code,
        ...detail,
        ...(actor && (await changedMe(actor, held).catch(() => ({})))),
      }
    }
  }
}

/** A refusal of who he is, made from what was remembered of him. */
function mayBeOutdated(error: unknown, actor: Actor | undefined): boolean {
  const isRefusal = error instanceof Failure && error.code === 'FORBIDDEN'
  return isRefusal && caller().openid !== undefined && actor?.isFresh !== true
}

/**
 * Who acts: the person as remembered, unless the phone holds another version of him, or the row gives what cannot be taken back and his
 * role alone decides (a rider's and a family's look is decided by the errand itself).
 */
async function identify(
  op: Operation,
  at: number,
  hat: string | undefined,
  held: string | undefined,
  mustBeFresh: boolean,
): Promise<Actor> {
  const { openid, isTimer } = caller()
  if (!openid && !isTimer) throw new Failure('FORBIDDEN')
  if (!openid) return actorOf(clockMe, '', op, at, isTimer, hat, true)
  const isKnownGuest = !held && !mustBeFresh && op.by.includes('guest') && isGuest(openid, at)
  const remembered = isKnownGuest ? undefined : await personOf(openid, at, mustBeFresh)
  const differs = held !== undefined && held !== (remembered?.rev ?? '')
  const isSensitive =
    sensitive.includes(`${op.area}.${op.verb}`) && remembered !== undefined && holds(remembered, 'dispatcher', at)
  const again = !mustBeFresh && (differs || isSensitive)
  const person = again ? await personOf(openid, at, true) : remembered
  return actorOf(meOf(openid, person), openid, op, at, isTimer, hat, mustBeFresh || again)
}

function actorOf(
  me: Me,
  openid: string,
  op: Operation,
  at: number,
  isTimer: boolean,
  hat: string | undefined,
  isFresh: boolean,
): Actor {
  const roles = rolesFor(op, me, at, isTimer, hat)
  if (roles.length === 0) throw new Failure('FORBIDDEN')
  return {
    me,
    openid,
    id: me.id,
    name: me.name || '居民',
    roles,
    now: at,
    key: '',
    sum: '',
    changed: false,
    isFresh,
    isIn: communityId => reaches(me, roles, communityId, at),
    isDesk: communityId => reaches(me, ['dispatcher'], communityId, at),
  }
}

/** Rows whose answer cannot be taken back. */
const sensitive = ['errand.reveal']

const clockMe: Me = { ...nobody, id: 'clock', name: '社区' }

/** The person goes along when the phone holds another version; identify has read it again when it did, so no older one is sent. */
async function changedMe(actor: Actor, held: string | undefined): Promise<{ me?: Me }> {
  if (!actor.openid || (held === actor.me.rev && !actor.changed)) return {}
  const me = actor.changed ? meOf(actor.openid, await personOf(actor.openid, actor.now, true)) : actor.me
  return held === me.rev ? {} : { me: mine(me) }
}

const { id: _id, ...emptyMe } = nobody
const mineFields = ['id', ...Object.keys(emptyMe), 'application', 'trade', 'areas', 'advances', 'face', 'subscribed']

function mine(me: Me): Me {
  return Object.fromEntries(Object.entries(me).filter(([field]) => mineFields.includes(field))) as unknown as Me
}

function badInput(error: z.core.$ZodError): Failure {
  const issue = error.issues[0]
  const spoken = /\p{Script=Han}/u.test(issue?.message ?? '')
  return new Failure('BAD_INPUT', {
    field: issue?.path.join('.') ?? '',
    ...(spoken && issue && { why: issue.message }),
  })
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof Refused) return new Failure('WRONG_STATE', whoHas(error.record))
  return new Failure('BROKEN')
}

function whoHas(record: Readonly<Record<string, unknown>>): FailureDetail {
  return typeof record.riderName === 'string' ? { who: record.riderName } : {}
}
