import { toDesk, toFamily, type Notice, type Reach } from '@domain/notice'
import { toBeCalled } from '@domain/overtaken'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { hash } from '../kernel/hash'
import { errands } from './stores'

const sides: Readonly<Record<string, string>> = { [toFamily]: 'toldFamilyAt', [toDesk]: 'toldDeskAt' }

/** Where in an errand's outbox the notice of this tap stands. */
const noticeOf = (key: string, to: string): string => `outbox.n${hash(`${key} ${to}`, 12)}`

/**
 * Tells a side of an errand something that is not about its state: by the errand's own outbox, so that it is in the inbox, is pushed, and becomes
 * a call like everything else. By the same tap once.
 */
export async function tellOf(
  errandId: string,
  told: Pick<Notice, 'to' | 'say' | 'who' | 'why'>,
  actor: Actor,
): Promise<void> {
  const at = noticeOf(actor.key, told.to)
  const notice: Notice = { ...told, at: actor.now, reach: 'waiting' }
  await errands.book(
    errandId,
    undefined,
    {
      [at]: _.set(notice),
      dueAt: actor.now,
      // Among the newest, where the inbox looks.
      touchedAt: actor.now,
      [sides[told.to] ?? 'toldRiderAt']: actor.now,
      ...(sides[told.to] === undefined && { inboxOf: _.addToSet(told.to) }),
    },
    { [at]: _.eq(null) },
  )
}

/** The desk has seen to what this tap told it: if it was on its list of calls, it is there no more. */
export async function seenTo(errandId: string, key: string): Promise<void> {
  const reach = `${noticeOf(key, toDesk)}.reach`
  const done: Reach = 'done'
  await errands.book(errandId, undefined, { [reach]: done, callsOpen: _.inc(-1) }, { [reach]: _.in([...toBeCalled]) })
}
