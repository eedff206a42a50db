import { Failure, failureOf } from '@domain/failure'
import { type InputOf, type Operation, type OutputOf, type Row, writes } from '@domain/operation'
import * as z from '@domain/zod'
import { wechat } from '@/wechat'
import { newName } from '@/wechat/name'
import type { Event } from './event'
import { communityOf, hatIn, roleUnder } from './hat'
import { keptValue } from './kept'
import { logFault } from './log'
import { heldMe, meet } from './me'
import { now, setClock } from './now'
import { transport } from './transport'

/** What a row answers. `unreadable`: how many rows of a list this phone could not read and left out. */
export type Answer<R extends Row> = OutputOf<R> & { unreadable?: number }

const patienceMs = 12_000

const Detail = z.object({
  who: z.optional(z.string()),
  left: z.optional(z.number()),
  field: z.optional(z.string()),
  why: z.optional(z.string()),
})
const Reply = z.union([
  z.object({ ok: z.literal(true), at: z.number(), data: z.unknown(), me: z.optional(z.unknown()) }),
  z.object({
    ok: z.literal(false),
    at: z.number(),
    code: z.string(),
    detail: z.optional(Detail),
    me: z.optional(z.unknown()),
  }),
])

/** The key of a write: kept over every retry of the same intent, so that it happens once. */
export const newKey = newName

/**
 * The only door to the cloud: one call is one row. A write carries a key, and is sent once more when its reply was lost.
 * @throws Failure and nothing else; OFFLINE, TIMED_OUT, TOO_BIG and BROKEN are made here, every other code in the cloud.
 */
export async function call<R extends Operation>(
  row: R,
  input: InputOf<R>,
  { key, group }: { key?: string; group?: string } = {},
): Promise<Answer<R>> {
  const me = heldMe()
  const as = me && roleUnder(hatIn(me, communityOf(me, keptValue('community')), keptValue('hat'), now()))
  const event: Event = {
    verb: row.verb,
    input,
    key: writes(row) ? (key ?? newKey()) : undefined,
    me: me?.rev,
    as,
    ...(group && { group }),
  }
  try {
    const data = await delivered(row, event)
    const answer = readAnswer(row, data)
    if (writes(row)) wechat.acted(row.area, row.verb)
    return answer
  } catch (fault) {
    if (fault instanceof Failure && fault.code !== 'BROKEN') throw fault
    logFault(`${row.area}.${row.verb}`, fault)
    throw new Failure('BROKEN')
  }
}

async function delivered(row: Operation, event: Event): Promise<unknown> {
  try {
    return await sent(row, event)
  } catch (fault) {
    if (!writes(row) || !isLost(fault)) throw fault
    return sent(row, event)
  }
}

/** True when the network failed, so that nobody knows what the cloud says, or whether the write happened. */
export const isLost = (fault: unknown): boolean =>
  fault instanceof Failure && (fault.code === 'OFFLINE' || fault.code === 'TIMED_OUT')

async function sent(row: Operation, event: Event): Promise<unknown> {
  const askedAt = Date.now()
  const reply = z.parse(Reply, await inTime(transport(row.area, event)))
  setClock(reply.at, askedAt, Date.now())
  if (reply.me !== undefined) meet(reply.me)
  if (!reply.ok) throw failureOf(reply.code, reply.detail)
  return reply.data
}

/** WeChat has no AbortController: a request that takes too long is left behind. */
function inTime<T>(reply: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('TIMED_OUT')), patienceMs)
    reply.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const Counted = z.object({ unreadable: z.optional(z.number()) })

/** Reads what came by the row's own schema; of a list, row by row: one that a newer cloud writes otherwise hides no other. */
function readAnswer<R extends Operation>(row: R, data: unknown): Answer<R> {
  const output: R['output']['schema'] = row.output.schema
  const schema = z.intersection(output, Counted)
  const whole = z.safeParse(schema, data)
  if (whole.success) return whole.data
  console.error(`${row.area}.${row.verb} unreadable`, whole.error.issues)
  return z.parse(schema, withoutOdd(data, whole.error.issues))
}

interface Complaint {
  path: readonly PropertyKey[]
}

/** The same list without the rows complained of, and their number; anything else stays as it is, and as unreadable. */
function withoutOdd(data: unknown, complaints: readonly Complaint[]): unknown {
  if (typeof data !== 'object' || data === null || !('rows' in data) || !Array.isArray(data.rows)) return data
  const odd = new Set(complaints.flatMap(({ path: [field, index] }) => (field === 'rows' ? [index] : [])))
  return { ...data, rows: data.rows.filter((_, index) => !odd.has(index)), unreadable: odd.size }
}
