import { errand } from '@domain/errand'
import { mostShown, type Proposed } from '@domain/errand/chosen'
import { isLater } from '@domain/errand/hands'
import { propose as proposalFor } from '@domain/errand/proposal/propose'
import type { Errand, ErrandState } from '@domain/errand/record'
import { suggest, type Suggestion } from '@domain/errand/suggest'
import type { InputOf } from '@domain/operation'
import { confinedTo } from '@domain/role'
import { weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { askedRiders, ridersAmong } from '../kernel/people'
import { errands } from './errands'
import { heavy } from './lists'
import { cardsOf } from './riders'
import type { ErrandDocument } from './rise'

const waits: readonly string[] = ['requested'] satisfies ErrandState[]
const canBeTaken: readonly string[] = errand.relieve.moves.from

/** 一起派: who might carry what waits, all at once at the least cost; of the week's errands one question answers what waits and who has how many. */
export async function propose({ communityId, ids, from }: InputOf<typeof errand.propose>, actor: Actor) {
  const { now } = actor
  const [people, week] = await together(
    askedRiders(communityId),
    errands.asked(
      { communityId, closedAt: _.gte(weekStart(now)) },
      { order: { closedAt: 'desc' }, limit: 1000, omit: heavy },
    ),
  )
  const known = ridersAmong(people, communityId, now)
  const cards = (await cardsOf(communityId, known, week, now)).filter(({ id }) => id !== from)
  // Who looks after one compound arranges that compound; what his riders carry elsewhere counts all the same.
  const compounds = confinedTo(actor.me, actor.roles, communityId, now)
  const isHis = ({ compoundId = '' }: ErrandDocument) => compounds?.includes(compoundId) ?? true
  const isMeant = ({ _id, state = '', newcomer, riderId, offer, when }: ErrandDocument): boolean =>
    from
      ? canBeTaken.includes(state) && (riderId ?? offer?.riderId) === from && !isLater({ when }, now)
      : waits.includes(state) && newcomer !== true && (ids?.includes(_id) ?? true)
  const waiting = week.filter(row => isHis(row) && isMeant(row))
  const stored = new Map(waiting.map(row => [row._id, row]))
  const readable = waiting.map((row): Errand => ({ ...row, id: row._id, state: row.state ?? '', my: [] }))
  const rows = proposalFor(readable, cards, now).flatMap(({ errand: one, suggestion }) => {
    const row = stored.get(one.id)
    const others = suggest(one, cards, now)
    return row ? [{ ...row, ...(suggestion && { proposed: proposedOf(suggestion, others) }) }] : []
  })
  return { rows }
}

/** He comes first of what the desk is shown: whoever takes him as he is proposed owes no reason. */
function proposedOf({ rider: { id: riderId, name }, reasons }: Suggestion, others: readonly Suggestion[]): Proposed {
  const after = others.flatMap(({ rider }) => (rider.id === riderId ? [] : [rider.id]))
  return { riderId, name, reasons, shown: [riderId, ...after].slice(0, mostShown) }
}
