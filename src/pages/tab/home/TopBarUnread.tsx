import { errand } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import { useMe, useQuery, type Hat } from '@/client'

/**
 * How many errands have news that was not read. Counted from the list that the home below shows anyway, so that the number costs no
 * call of its own.
 */
export function useUnread(hat: Hat, communityId: string | undefined): number {
  const me = useMe()
  const isMember = me.memberships.length > 0
  const mine = useQuery(errand.mine, hat === 'family' && isMember ? {} : null)
  const offers = useQuery(errand.offers, hat === 'rider' ? {} : null)
  const board = useQuery(errand.board, hat === 'desk' && communityId ? { communityId } : null)
  const since = (told: (row: Errand) => number | undefined, rows: readonly Errand[] = []) =>
    rows.filter(row => (told(row) ?? 0) > me.readAt).length
  if (hat === 'family') {
    // What households tell counts as one: its lines are asked for with 消息.
    const ofHome = (me.toldAt ?? 0) > me.readAt ? 1 : 0
    return since(row => row.toldFamilyAt, mine.data?.rows) + ofHome
  }
  if (hat === 'rider') return since(row => row.toldRiderAt, offers.data?.rows)
  return since(row => row.escalated?.at ?? row.requestedAt, board.data?.rows)
}
