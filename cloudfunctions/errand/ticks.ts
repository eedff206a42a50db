import { errand } from '@domain/errand'
import { disputableSince } from '@domain/errand/clocks'
import type { Act } from '@domain/errand/due'
import { Failure } from '@domain/failure'
import { toFamily } from '@domain/notice'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { openSpending } from '../kernel/ledger'
import { dueBy, type Run } from '../kernel/run'
import { turnCard } from './card'
import { errands } from './errands'
import { unmakeHomeless } from './homeless'
import { release, strayedTo } from './leave'
import { sayTomorrow, takeOver } from './ride'
import { dueOf, raise, type ErrandDocument } from './rise'
import { heed, resumed, stopsOf } from './storm'
import { addresseesOf, tell } from './tell'
import { askFirst, askOn } from './waves'

export { requestAgain } from './again'
export { releaseAll } from './leave'

const batch = 50

/** What is done of what falls due; it rises, or somebody else is asked first. */
const goesOn: Record<
  Exclude<Act, 'confirm' | 'remind' | 'takeOver'>,
  (record: ErrandDocument, actor: Actor) => Promise<unknown>
> = {
  waitsLong: askFirst,
  widen: (record, actor) => askOn(record, 'nobodyAccepts', actor),
  nobodyAccepts: (record, actor) => raise(record, 'nobodyAccepts', actor),
  nobodyAnswers: (record, actor) => raise(record, 'nobodyAnswers', actor),
  nobodyDeparts: (record, actor) => raise(record, 'nobodyDeparts', actor),
  nobodyArrives: (record, actor) => raise(record, 'nobodyArrives', actor),
  rideUnmanned: (record, actor) => raise(record, 'rideUnmanned', actor),
  resume: resumed,
}

export interface Done {
  risen: number
  confirmed: number
  told: number
}

/** The errands that fall due now, oldest first; one query, and nothing when nothing is due. */
export function dueErrands(now: number, run: Run): Promise<ErrandDocument[]> {
  return errands.find(dueBy(now, run), { order: { dueAt: 'asc' }, limit: batch })
}

/** Everything the clock does for one batch of errands: give back, rise, confirm, tell. Each for itself: one that fails holds up no other. */
export async function runErrands(due: ErrandDocument[], now: number, run: Run): Promise<Done> {
  const done: Done = { risen: 0, confirmed: 0, told: 0 }
  const passedBy = await unmakeHomeless(due, now)
  const standing = due.filter(({ _id }) => !passedBy.has(_id))
  const to = await addresseesOf(standing, now)
  const stops = await stopsOf(standing)
  const spending = openSpending(`clock.spent.${now}`)
  for (const record of standing) {
    if (run.isOver()) break
    const actor = run.actorFor(record)
    try {
      await turnCard(record, actor.now)
      if (await heed(record, stops, actor)) continue
      const { act, at } = dueOf(record, actor.now)
      const riderId = strayedTo(record, to.named, actor.now)
      if (riderId !== undefined) done.risen += (await release({ id: record._id, riderId }, actor)) ? 1 : 0
      else if (act === undefined || at > actor.now) done.told += await tell(record, { to, spending, now, nextAt: at })
      else if (act === 'remind') done.told += (await sayTomorrow(record, actor)) ? 1 : 0
      else if (act === 'takeOver') done.risen += await takenOver(record, actor)
      else if (act === 'confirm') done.confirmed += (await confirmItself(record, actor)) ? 1 : 0
      else done.risen += (await goesOn[act](record, actor)) ? 1 : 0
    } catch (error) {
      if (!(await errands.setAside(record, error, actor.now))) run.stuck.add(record._id)
    }
  }
  await spending.settle()
  return done
}

/** Who stood by cannot either: the desk looks for another. */
async function takenOver(record: ErrandDocument, actor: Actor): Promise<number> {
  const taken = await takeOver({ id: record._id }, actor).catch(error => {
    if (error instanceof Failure) return undefined
    throw error
  })
  if (!taken) await raise(record, 'rideUnmanned', actor)
  return 1
}

function confirmItself(record: ErrandDocument, actor: Actor): Promise<unknown> {
  return errands.move(errand.confirm, record._id, actor, {
    where: { deliveredAt: _.lte(disputableSince(actor.now)) },
    patch: { closedAt: actor.now, confirmedBy: 'clock', escalated: undefined },
    tell: [{ to: toFamily, say: 'confirmedByItself' }],
  })
}
