import { errand } from '@domain/errand'
import type { InputOf } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { isFamilyIn } from '../kernel/guard'
import { newLiveCard, turnLiveCard } from '../kernel/live-card'
import { Refused } from '../kernel/records'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/**
 * 发到群里说一声: the live card of an errand that still waits for somebody; one for all who share it, as long as WeChat lets it change.
 * Whatever goes wrong, an ordinary card is sent.
 */
export async function card({ id }: InputOf<typeof errand.card>, actor: Actor): Promise<{ id?: string }> {
  const record = await errands.get(id)
  const standing = record?.card
  const isOurs = record && (actor.isDesk(record) || isFamilyIn(actor, { ...record }))
  if (isOurs && standing && standing.until > actor.now) return { id: standing.id }
  const made = isOurs && waits(record) ? await newLiveCard() : undefined
  const fresh = made && { ...made, turned: false }
  try {
    await errands.change(errand.card, id, actor, {
      // Another of the family may send one at this very moment: the first is the one for both.
      where: { state: _.in([...waiting]), 'card.until': _.or(_.eq(null), _.lte(actor.now)) },
      patch: fresh ? { card: fresh } : {},
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { card: sent } = error.record as Pick<ErrandDocument, 'card'>
    return sent && sent.until > actor.now ? { id: sent.id } : {}
  }
  return fresh ? { id: fresh.id } : {}
}

const waiting = ['requested', 'returned', 'dispatched'] as const
const waits = (record: ErrandDocument): boolean => waiting.some(state => state === record.state)

/**
 * Turns the card in the group when somebody has accepted, or nobody is wanted any more: claimed by one conditional write and then sent,
 * so that it is sent once at most. WeChat knows no way back, and ends a card by itself.
 */
export async function turnCard(record: ErrandDocument, now: number): Promise<void> {
  const { card: live } = record
  if (!live || live.turned || live.until <= now || waits(record) || record.state === 'failed') return
  const claimed = await errands.book(
    record._id,
    undefined,
    { 'card.turned': true },
    { 'card.id': live.id, 'card.turned': false },
  )
  if (claimed) await turnLiveCard(live.id, `pages/errand/one/index?id=${record._id}`)
}
