import { toDesk, toFamily, type Notice } from '@domain/notice'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { hash } from '../kernel/hash'
import { errands } from './stores'

const sides: Readonly<Record<string, string>> = { [toFamily]: 'toldFamilyAt', [toDesk]: 'toldDeskAt' }

/**
 * Tells a side of an errand something that is not about its state: by the errand's own outbox, so that it is in the inbox, is pushed, and becomes
 * a call like everything else. By the same tap once.
 */
export async function tellOf(
  errandId: string,
  told: Pick<Notice, 'to' | 'say' | 'who' | 'why'>,
  actor: Actor,
): Promise<void> {
  const at = `outbox.n${hash(`${actor.key} ${told.to}`, 12)}`
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
