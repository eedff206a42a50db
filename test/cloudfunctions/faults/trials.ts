import type { Operation, InputOf } from '@domain/operation'
import type { Fault } from '../../../local/cloud'
import { newKey, type Reply, type Town } from '../town'

/** What can befall a request of a function, each by its name. */
export const harms: Record<string, Fault> = {
  'is refused before it is done': { kind: 'error', code: 'DATABASE_REQUEST_FAILED', message: 'a fault' },
  'is done and never answered': { kind: 'unanswered' },
  'is delivered twice': { kind: 'twice' },
  'meets a conflict': { kind: 'conflict' },
  'kills the instance before it is done': { kind: 'kill', when: 'before' },
  'kills the instance after it is done': { kind: 'kill', when: 'after' },
}

/** One tap of one person, as a phone keeps it over every retry. */
export interface Tap<O extends Operation = Operation> {
  openid: string
  op: O
  input: InputOf<O>
  key: string
}

export const tapOf = <O extends Operation>(openid: string, op: O, input: InputOf<O>): Tap<O> => ({
  openid,
  op,
  input,
  key: newKey(),
})

/** The event of a tap goes out once; no reply is one that never came. */
export function once(town: Town, { openid, op, input, key }: Tap): Promise<Reply | undefined> {
  return town.raw(openid, op.area, { verb: op.verb, input, key }).catch(() => undefined)
}

/** Until the cloud says what became of it, with the same key: what a person does who sees 再试一次. */
export async function insist(town: Town, tap: Tap): Promise<Reply> {
  for (let tries = 0; tries < 4; tries++) {
    const reply = await once(town, tap)
    if (reply && reply.code !== 'BROKEN') return reply
  }
  throw new Error(`${tap.op.verb} is never answered`)
}
