import { atOnce, clockLast, inTurn, ready, secondAlone, type Ground } from './at-once'
import { newCounts } from './counts'
import { deedsAt, mutating, type Deed } from './deeds'
import { moments } from './moments'
import { beginPlay } from './play'
import { walk } from './tours'
import type { Town } from './town'

export interface Races {
  pairs: number
  orders: number
  /** Races in which one of the two was refused. */
  lost: number
  violations: string[]
  /** Verbs that raced with none. */
  idle: string[]
}

/** Said of the community first, and of its errands after it: of what is over by then an errand hears nothing. */
const ofCommunity: readonly string[] = ['stop', 'goOn']

/** What may come of two deeds: what comes of them one after the other. */
async function serially(ground: Ground, a: Deed, b: Deed): Promise<string[]> {
  const serial = [await inTurn(ground, [a, b]), await inTurn(ground, [b, a], true)]
  if (ground.standing.includes(ready)) serial.push(...(await clockLast(ground, [a, b])))
  if (ofCommunity.includes(a.verb) && ofCommunity.includes(b.verb)) serial.push(await secondAlone(ground, b))
  return serial
}

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
      const ground: Ground = { play, errand, standing }
      const serial = await serially(ground, a, b)
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
