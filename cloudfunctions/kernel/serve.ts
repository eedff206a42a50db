import { Failure, type FailureCode, type FailureDetail } from '@domain/failure'
import { Key, writes, type InputOf, type Operation } from '@domain/operation'
import { nobody, type Me } from '@domain/role'
import { allHeld, lineFor } from '@domain/safety/held'
import * as z from '@domain/zod'
import type { Actor } from './actor'
import { caller } from './cloud'
import { checkCommunity } from './guard'
import { sumOf } from './hash'
import { identify, readLater } from './identify'
import { now } from './now'
import { meOf, personOf } from './people'
import { Refused } from './records'
import { openDataIn } from './open-data'
import { failureOf } from './refusal'
import { screen } from './screen'
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
      const tap = { key, sum: sumOf(verb, parsed.data) }
      const perform = async (fresh: boolean): Promise<unknown> => {
        actor = {
          ...(await identify(op, at, as, held, fresh, tap)),
          ...tap,
          openData: openDataIn(event),
        }
        if (actor.isLeaving) throw new Failure('LEAVING')
        const here = actor
        const check = (): void => checkCommunity(op, here, parsed.data)
        check()
        readLater(op, here, as, check)
        const screened = await screen(op, parsed.data, actor)
        const { refusal, hold, waiting } = screened
        Object.assign(actor, { waiting }, refusal && { refusal }, hold && { hold })
        const answer = await handler(parsed.data as InputOf<T[string]>, actor).catch(async error => {
          if (isRefused(error)) await screened.unwritten().catch(logged)
          throw error
        })
        if (here.again) throw new Error(`${op.area}.${verb} answers without having read who asks`)
        await screened.written().catch(logged)
        return show(op, answer, actor)
      }
      // What is remembered of a person may only allow: before he is refused he is read again.
      const data = await perform(false).catch(error =>
        mayBeOutdated(error, actor) ? perform(true) : Promise.reject(error),
      )
      return { ok: true, at, data, ...(actor && (await changedMe(actor, held))) }
    } catch (error) {
      const failure = failureOf(error)
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

/** True when nothing was written: a key used again, or a fault under way, may have been. */
function isRefused(error: unknown): boolean {
  return error instanceof Refused || (error instanceof Failure && error.code !== 'KEY_REUSED')
}

/** Whether a picture has been looked at is no reason to fail what was done. */
function logged(error: unknown): void {
  console.error(error)
}

/** Refusals of who he is or of what he has agreed to: made, perhaps, from what was remembered of him. */
const ofPerson: readonly FailureCode[] = ['FORBIDDEN', 'AGREE_FIRST', 'LEAVING']

function mayBeOutdated(error: unknown, actor: Actor | undefined): boolean {
  const isRefusal = error instanceof Failure && ofPerson.includes(error.code)
  return isRefusal && caller().openid !== undefined && actor?.isFresh !== true
}

/** The person goes along when the phone holds another version; identify has read it again when it did, so no older one is sent. */
async function changedMe(actor: Actor, held: string | undefined): Promise<{ me?: Me }> {
  if (!actor.openid || (held === actor.me.rev && !actor.changed)) return {}
  const me = actor.changed ? meOf(actor.openid, await personOf(actor.openid, actor.now, true)) : actor.me
  return held === me.rev ? {} : { me: mine(me) }
}

const { id: _id, ...emptyMe } = nobody
const mineFields = [
  'id',
  ...Object.keys(emptyMe),
  'application',
  'trade',
  'areas',
  'neighbours',
  'hours',
  'quiet',
  'weeklyCap',
  'restUntil',
  'advances',
  'face',
  'subscribed',
  'consents',
  'groups',
  'toldAt',
]

function mine(me: Me): Me {
  return Object.fromEntries(
    Object.entries(shadedMe(me)).filter(([field]) => mineFields.includes(field)),
  ) as unknown as Me
}

/** What a desk wrote to him waits like any other words. */
function shadedMe(me: Me): Me {
  const { application } = me
  const held = allHeld({ ...me }).find(({ words }) => words.application === application?.why)
  return application?.why && held ? { ...me, application: { ...application, why: lineFor(held.verdict) } } : me
}

function badInput(error: z.core.$ZodError): Failure {
  const issue = error.issues[0]
  const spoken = /\p{Script=Han}/u.test(issue?.message ?? '')
  return new Failure('BAD_INPUT', {
    field: issue?.path.join('.') ?? '',
    ...(spoken && issue && { why: issue.message }),
  })
}
