import { parseArgs } from 'node:util'
import { propose } from '../../../domain/errand/proposal/propose'
import { grabbed, liveADay, nearest, proposed, proposedThenOpen, type Outcome, type Policy } from './day'
import { besideTheLeast } from './optimum'
import { aMorning } from './town'

/** `main [--days 40] [--mornings 60]`: how good a proposal is beside the least there is, how long it takes, and how a day goes with it. */
function main(): void {
  const { values } = parseArgs({
    options: { days: { type: 'string', default: '40' }, mornings: { type: 'string', default: '60' } },
  })
  optimum(Number(values.mornings))
  time()
  days(Number(values.days))
}

function optimum(mornings: number): void {
  const sizes = [
    [5, 4],
    [20, 12],
    [60, 36],
    [40, 200],
  ] as const
  console.log(
    'cost of the proposal over the least there is, by another solver (minimum-cost flow); points above the cheapest pairing:',
  )
  for (const [errands, riders] of sizes) {
    let ours = 0
    let least = 0
    let left = 0
    // Costs may be below nothing: counted from the cheapest pairing that can be, so that a ratio means something.
    const floor = 2000 * errands
    for (let n = 0; n < mornings; n++) {
      const found = besideTheLeast(aMorning(errands, riders, `${errands} ${riders} ${n}`))
      ours += found.ours + floor
      least += found.least + floor
      left += found.left
    }
    console.log(
      `  ${errands} errands, ${riders} riders, ${mornings} mornings: ${ours} / ${least} = ${(ours / least).toFixed(3)}; left out ${left}`,
    )
  }
}

function time(): void {
  const { now, cards, waiting } = aMorning(200, 1000, 'large')
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    propose(waiting, cards, now)
    return performance.now() - began
  }).sort((a, b) => a - b)
  console.log(`1,000 riders, 200 errands: ${times.map(ms => Math.round(ms)).join(', ')} ms`)
}

const policies: Readonly<Record<string, Policy>> = {
  'the proposal, as it is': proposed,
  'the proposal, the rest open to all': proposedThenOpen,
  'first come grabs': grabbed,
  'nearest area first': nearest,
}

function days(count: number): void {
  console.log(`a simulated day, mean of ${count} (90 errands; the same people, errands and willingness for each):`)
  for (const [errands, riders] of [
    [90, 36],
    [90, 14],
  ] as const)
    for (const [name, policy] of Object.entries(policies)) {
      const all = Array.from({ length: count }, (_, n) => liveADay(policy, String(n), { errands, riders }))
      console.log(`  ${riders} riders, ${name}: ${lineOf(all)}`)
    }
}

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length)
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function lineOf(all: readonly Outcome[]): string {
  const of = (share: (one: Outcome) => number) => mean(all.map(share))
  const spread = of(({ loads }) => Math.max(...loads) / Math.max(1e-9, mean(loads)))
  return [
    `late ${percent(of(({ late, asked }) => late / asked))}`,
    `unserved ${percent(of(({ unserved, asked }) => unserved / asked))}`,
    `Gini of loads ${of(({ loads }) => gini(loads)).toFixed(2)}`,
    `most / mean ${spread.toFixed(1)}`,
    `carried none ${percent(of(({ loads }) => loads.filter(load => load === 0).length / loads.length))}`,
  ].join(', ')
}

/** 0 where all carry alike, near 1 where one carries all. */
function gini(loads: readonly number[]): number {
  const sum = loads.reduce((all, load) => all + load, 0)
  const apart = loads.reduce((all, load) => all + loads.reduce((more, other) => more + Math.abs(load - other), 0), 0)
  return sum === 0 ? 0 : apart / (2 * loads.length * sum)
}

main()
