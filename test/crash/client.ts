import { diceOf } from '../../local/seed/random'
import type { Database, Sdk } from '../local/cloud/sdk'
import type { Order, Report, Unit, Word } from './unit'
import { writeOnce, type Hand } from './work'

const sdk: Sdk = require('wx-server-sdk')
const handsEach = 8
const name = process.argv[2] ?? ''
let hands: Hand[] = []

process.on('message', order => {
  // The one sender is this test's own coordinator.
  void play(order as Order).then(report => say(report))
})
process.once('disconnect', () => process.exit(0))

function say(word: Word): void {
  process.send?.(word)
}

/** One round: looks whether the last one's documents are there, then writes until the cloud is gone. */
async function play({ env, round, seed, fresh }: Order): Promise<Report> {
  Object.assign(process.env, env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const db = sdk.database({ throwOnNotFound: false })
  const report: Report = { units: [], acknowledged: 0, requests: 0, missed: 0, surprises: [] }
  const units = new Set<Unit>()
  if (!fresh) for (const hand of hands) report.missed += await settle(db, hand)
  hands = Array.from({ length: handsEach }, (_, n) => {
    const kept = fresh ? {} : (hands[n]?.kept ?? {})
    return { name: `r${round}${name}${n}`, written: 0, kept }
  })
  await Promise.all(
    hands.map(async hand => {
      const dice = diceOf(`${seed} ${hand.name}`)
      try {
        for (;;) {
          const { ids } = await writeOnce(db, hand, dice, unit => units.add(unit))
          if (report.requests++ === 0) say('begun')
          report.acknowledged += ids.length
        }
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        if (!/ECONN|EPIPE|socket hang up/.test(text)) report.surprises.push(text)
      }
    }),
  )
  return { ...report, units: [...units] }
}

/** Reads the documents that a hand goes on with, through the SDK: a write that was not answered may be there, one that was must be. */
async function settle(db: Database, hand: Hand): Promise<number> {
  let missed = 0
  for (const unit of Object.values(hand.kept)) {
    const found = await db
      .collection('deeds')
      .where({ _id: db.command['in']?.(unit.ids) })
      .get()
    const revs = unit.ids.map(id => Number(found.data.find(row => row['_id'] === id)?.['rev'] ?? 0))
    const [rev = 0] = revs
    const right = revs.every(other => other === rev) && (rev === unit.acked || (unit.tried && rev === unit.acked + 1))
    if (!right) missed += unit.ids.length
    unit.acked = rev
    unit.tried = false
  }
  for (const [kind, unit] of Object.entries(hand.kept)) if (unit.acked === 0) Reflect.deleteProperty(hand.kept, kind)
  return missed
}
