import type { InputOf, Moved } from '@domain/operation'
import type { people } from '@domain/people'
import { answered, templateNames } from '@domain/template'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { writePerson } from '../kernel/people'

/**
 * What he answered goes into his ledger. The counts are added where they stand, because the clock takes from them meanwhile; somebody
 * without a record is told nothing by WeChat and has no ledger.
 */
export async function subscribed({ answers }: InputOf<typeof people.subscribed>, actor: Actor): Promise<Moved> {
  const receipt = { id: actor.id, state: '', rev: actor.key, at: actor.now }
  const changes = Object.fromEntries(
    templateNames.flatMap(name => changesOf(`subscribed.${name}`, answers[name], actor.now)),
  )
  if (actor.me.rev === '' || Object.keys(changes).length === 0) return receipt
  await writePerson(actor, {
    changes,
    plain: { subscribed: answered(actor.me.subscribed ?? {}, answers, actor.now) },
  })
  return receipt
}

function changesOf(at: string, answer: string | undefined, now: number): [string, unknown][] {
  if (answer === 'accept')
    return [
      [`${at}.left`, _.inc(1)],
      [`${at}.rejects`, 0],
    ]
  if (answer === 'reject')
    return [
      [`${at}.left`, _.inc(0)],
      [`${at}.rejects`, _.inc(1)],
      [`${at}.rejectedAt`, now],
    ]
  return answer === 'ban' ? [[`${at}.left`, 0]] : []
}
