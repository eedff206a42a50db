import type { Deed } from './deeds'
import { whoIs } from './people'
import { rowOf, type Play } from './step'
import { sorted, type Answer } from './verb'
import type { Errand } from './world'

/** Where two race. */
export interface Ground {
  play: Play
  errand: Errand
  /** The errand's text as it stands at the moment. */
  standing: string
}

const again = ({ play, errand, standing }: Ground): Promise<void> => play.town.put('errands', errand.id, standing)

const tap = ({ town, newKey }: Play, { verb, who, input }: Deed): Promise<string> =>
  town.call(who, rowOf(verb), input, newKey()).then(reply => (reply.ok ? 'ok' : (reply.code ?? '')))

/** One after the other; the codes are told in the order of the race, which is the other one when `isTurned`. */
export async function inTurn(ground: Ground, [first, second]: [Deed, Deed], isTurned = false): Promise<string> {
  await again(ground)
  const codes = [await tap(ground.play, first), await tap(ground.play, second)]
  return outcomeOf(ground, isTurned ? codes.reverse() : codes)
}

/** The second alone, where the errand heard nothing of the first. */
export async function secondAlone(ground: Ground, deed: Deed): Promise<string> {
  await again(ground)
  return outcomeOf(ground, ['ok', await tap(ground.play, deed)])
}

export const ready = '"backupState":"ready"'
const asked = '"backupState":"asked"'

/** Going in the driver's place is a deed of the clock's, and may come after both, or not at all: as if nobody had said yes to it until then. */
export async function clockLast(ground: Ground, [first, second]: [Deed, Deed]): Promise<string[]> {
  const { play, errand, standing } = ground
  await again({ ...ground, standing: standing.replace(ready, asked) })
  const codes = [await tap(play, first), await tap(play, second)]
  const before = outcomeOf(ground, codes)
  const now = play.town.stored('errands', errand.id) ?? ''
  await again({ ...ground, standing: now.replace(asked, ready) })
  await play.town.ring()
  return [before, outcomeOf(ground, codes)]
}

/** The first is held before its nth request until the second is done; nothing when it makes no so many. */
export async function atOnce(ground: Ground, a: Deed, b: Deed, nth: number): Promise<string | undefined> {
  const { cloud } = ground.play.town
  await again(ground)
  cloud.resetStats()
  cloud.faults.add({ on: 'request', fn: 'errand', verb: a.verb, nth, fault: { kind: 'hold' } })
  const tapped = { isDone: false }
  const held = tap(ground.play, a).finally(() => (tapped.isDone = true))
  const isHeld = () => Object.keys(cloud.stats().faults).length > 0
  while (!tapped.isDone && !isHeld()) await new Promise(resolve => setImmediate(resolve))
  const struck = isHeld()
  const other = struck ? await tap(ground.play, b) : ''
  cloud.faults.clear()
  const first = await held
  return struck ? outcomeOf(ground, [first, other]) : undefined
}

/** What matters of what came of it: who was answered what, how it stands, whose it is, who was told, and what was written down. */
function outcomeOf({ play, errand }: Ground, codes: string[]): string {
  const record: Answer = play.world.record(errand)
  const notices = Object.values(Object(record.outbox)).map((notice): Answer => Object(notice))
  const told = notices.map(({ to, say }) => `${String(to)} ${String(say)}`)
  const reached = (...how: string[]) => notices.filter(({ reach }) => how.includes(String(reach))).length
  const uncounted = Number(record.callsOpen) - reached('call', 'noAnswer')
  const lines = Array.isArray(record.timeline) ? record.timeline : []
  const offer: Answer = Object(record.offer)
  const money = [
    record.account,
    Object(record.bill).fen,
    Object(record.more).yesAt !== undefined,
    record.paidAt !== undefined,
  ]
  return JSON.stringify([
    ...codes,
    [
      record.state,
      whoIs(record.riderId),
      record.openTo,
      record.slot,
      offer.riderId,
      offer.to,
      record.newcomer,
      record.toCall,
      record.urgent,
      Object(record.stop).why,
      whoIs(record.backupId),
      record.backupState,
    ],
    [
      ...money,
      record.receivedAt !== undefined,
      reached('done'),
      reached('noAnswer'),
      uncounted,
      Object(record.escalated).why,
    ],
    sorted(told),
    // 恢复派单 of two at once is one thing, and may be written down by both.
    lines
      .filter(({ verb }, i) => verb !== 'goOn' || lines[i - 1]?.verb !== 'goOn')
      .map(line => `${line.verb} ${whoIs(line.byId)}`),
  ])
}
