import { errand as table } from '@domain/errand'
import { writes } from '@domain/operation'
import { newCounts } from './counts'
import { everybody, whoIs, type Who } from './people'
import { beginPlay } from './play'
import { planOf, rowOf, type Play } from './step'
import { tableVerbs } from './stories'
import { walk } from './tours'
import type { Town } from './town'
import { sorted, type Answer, type Choice } from './verb'
import type { Errand } from './world'

/** From where people race: how each of these moments comes about. */
const moments: Readonly<Record<string, string>> = {
  'asked for': 'request 0 1 1, ring',
  'asked back': 'request 0 1 1, return, ring',
  'of a newcomer': 'request 4 1 1',
  'offered to everybody': 'request 0 1 1, dispatch 0 0 2',
  'offered to one': 'request 0 1 1, dispatch 0 2 2',
  accepted: 'request 0 1 1, dispatch 0 2 2, accept, askMore',
  'on the way': 'request 0 1 1, dispatch 0 2 2, accept, depart, wait',
  brought: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0',
  billed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1',
  'half settled': 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1, receive 0 1 2',
  confirmed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, confirm',
  disputed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, dispute',
  failed: 'request 0 1 1, dispatch 0 2 2, accept, fail',
  'held by the weather': 'request 0 1 1, dispatch 0 2 2, hasten, stop',
  'a ride with its backup asked': 'request 0 3 1, dispatch 0 2 2, nameBackup',
  'a ride with its backup ready': 'request 0 3 1, dispatch 0 2 2, accept, nameBackup, standBy',
}

/** What somebody may do at a moment. */
interface Deed {
  verb: string
  who: Who
  input: object
}

export interface Races {
  pairs: number
  orders: number
  /** Races in which one of the two was refused. */
  lost: number
  violations: string[]
  /** Verbs that raced with none. */
  idle: string[]
}

const choices: readonly Choice[] = [[0, 2, 2], [0, 3, 2], [0, 1, 2], [0, 0, 0], [0, 2, 1]] // prettier-ignore
/** All that people do to an errand that is there. */
const mutating = Object.entries(table).flatMap(([verb, row]) => {
  const ofPeople = row.by.some(role => role !== 'clock')
  return writes(row) && ofPeople && verb !== 'request' && tableVerbs.includes(verb) ? [verb] : []
})

/** Of each verb that can be done now one or two deeds, by different people where two may do it. */
function deedsAt({ world }: Play, errand: Errand): Deed[] {
  return mutating.flatMap(verb => {
    const all = choices.flatMap(choice =>
      everybody.flatMap((who): Deed[] => {
        const { code, input } = planOf(world, { verb, who, errand, choice, again: 'no' })
        return code === 'ok' ? [{ verb, who, input }] : []
      }),
    )
    const [first] = all
    const other = all.find(({ who }) => who !== first?.who)
    return [...(first ? [first] : []), ...(other ? [other] : [])]
  })
}

/** Going in the driver's place is a deed of the clock's, and may come after both: as if nobody had said yes to it yet. */
const [ready, asked] = ['"backupState":"ready"', '"backupState":"asked"'] as const

/** Every two deeds of every moment, the first held up before each request that it makes while the second is done. */
export async function race(town: Town, atMost = Number.POSITIVE_INFINITY): Promise<Races> {
  const races: Races = { pairs: 0, orders: 0, lost: 0, violations: [], idle: [] }
  const raced = new Set<string>()
  for (const [moment, way] of Object.entries(moments)) {
    const play = await beginPlay(town, newCounts())
    await walk(play, way)
    const [errand] = play.world.errands
    if (!errand) throw new Error(`nobody asked: ${moment}`)
    const standing = town.stored('errands', errand.id) ?? ''
    const deeds = deedsAt(play, errand)
    const pairs = deeds.flatMap(a => deeds.filter(b => b !== a).map((b): [Deed, Deed] => [a, b]))
    const every = Math.max(1, Math.ceil((pairs.length * Object.keys(moments).length) / atMost))
    for (const [a, b] of pairs.filter((_, i) => i % every === 0)) {
      const ground = { play, errand, standing }
      const serial = [await inTurn(ground, [a, b]), await inTurn(ground, [b, a], true)]
      const calm = { ...ground, standing: standing.replace(ready, asked) }
      if (calm.standing !== standing) serial.push((await inTurn(calm, [a, b])).replace('"asked"', '"ready"'))
      races.pairs += 1
      for (const deed of [a, b]) raced.add(deed.verb)
      for (let nth = 1; ; nth++) {
        const outcome = await atOnce(ground, a, b, nth)
        if (outcome === undefined) break
        races.orders += 1
        if (!outcome.startsWith('["ok","ok"')) races.lost += 1
        if (!serial.includes(outcome))
          races.violations.push(
            `${moment}: ${a.who} ${a.verb} held at ${nth}, ${b.who} ${b.verb}: ${outcome}, not ${serial.join(' or ')}`,
          )
      }
    }
  }
  return { ...races, idle: mutating.filter(verb => !raced.has(verb)) }
}

interface Ground {
  play: Play
  errand: Errand
  /** The errand's text as it stands at the moment. */
  standing: string
}

const again = ({ play, errand, standing }: Ground): Promise<void> => play.town.put('errands', errand.id, standing)

const tap = ({ town, newKey }: Play, { verb, who, input }: Deed): Promise<string> =>
  town.call(who, rowOf(verb), input, newKey()).then(reply => (reply.ok ? 'ok' : (reply.code ?? '')))

/** One after the other; the codes are told in the order of the race, which is the other one when `isTurned`. */
async function inTurn(ground: Ground, [first, second]: [Deed, Deed], isTurned = false): Promise<string> {
  await again(ground)
  const codes = [await tap(ground.play, first), await tap(ground.play, second)]
  return outcomeOf(ground, isTurned ? codes.reverse() : codes)
}

/** The first is held before its nth request until the second is done; nothing when it makes no so many. */
async function atOnce(ground: Ground, a: Deed, b: Deed, nth: number): Promise<string | undefined> {
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
  const told = Object.values(Object(record.outbox)).map(notice => `${Object(notice).to} ${Object(notice).say}`)
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
    [...money, record.receivedAt !== undefined, record.callsOpen, Object(record.escalated).why],
    sorted(told),
    lines.map(line => `${line.verb} ${whoIs(line.byId)}`),
  ])
}
