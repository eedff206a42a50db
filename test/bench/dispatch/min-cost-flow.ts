import { costOf } from '../../../domain/errand/cost'
import type { RiderCard } from '../../../domain/errand/dispatching'
import { barOf } from '../../../domain/errand/excluded'
import { wantedOf } from '../../../domain/errand/pairing'
import type { Errand } from '../../../domain/errand/record'

interface Arc {
  to: number
  room: number
  cost: number
  back: number
}

/** The least a proposal may cost, found another way: as a flow of least cost, one errand at a time along the cheapest path (Bellman and Ford's, by a queue). */
export function leastCost(
  errands: readonly Errand[],
  riders: readonly RiderCard[],
  without: ReadonlyMap<string, number>,
  now: number,
): number {
  const source = errands.length + riders.length
  const sink = source + 1
  const arcs: Arc[][] = Array.from({ length: sink + 1 }, () => [])
  const of = (node: number): Arc[] => arcs[node] ?? []
  const connect = (from: number, to: number, cost: number): void => {
    const there = { to, room: 1, cost, back: of(to).length }
    of(to).push({ to: from, room: 0, cost: -cost, back: of(from).length })
    of(from).push(there)
  }
  errands.forEach((errand, row) => {
    const wanted = wantedOf(errand, now)
    connect(source, row, 0)
    connect(row, sink, without.get(errand.id) ?? 0)
    riders.forEach((rider, column) => {
      const pair = { errand, rider, now, before: 0, wanted }
      if (!barOf(pair)) connect(row, errands.length + column, costOf(pair))
    })
  })
  // What one more errand costs in the same hands does not depend on which it is.
  riders.forEach((rider, column) => {
    const any = (before: number) => errands.map(errand => ({ errand, rider, now, before }))
    for (const before of [0, 1]) {
      const open = any(before).find(pair => !barOf(pair))
      if (open) connect(errands.length + column, sink, costOf(open) - costOf({ ...open, before: 0 }))
    }
  })

  let sum = 0
  for (let sent = 0; sent < errands.length; sent++) sum += sendOne(arcs, source, sink)
  return sum
}

function sendOne(arcs: readonly Arc[][], source: number, sink: number): number {
  const reach = new Map<number, { cost: number; from: number; arc: Arc | undefined }>([
    [source, { cost: 0, from: -1, arc: undefined }],
  ])
  let queue = new Set([source])
  while (queue.size > 0) {
    const next = new Set<number>()
    for (const node of queue) {
      const here = reach.get(node)?.cost ?? 0
      for (const arc of arcs[node] ?? []) {
        if (arc.room === 0 || here + arc.cost >= (reach.get(arc.to)?.cost ?? Infinity)) continue
        reach.set(arc.to, { cost: here + arc.cost, from: node, arc })
        next.add(arc.to)
      }
    }
    queue = next
  }
  for (let node = sink; node !== source;) {
    const step = reach.get(node)
    if (!step?.arc) throw new Error('no way to the sink')
    const back = arcs[node]?.[step.arc.back]
    step.arc.room -= 1
    if (back) back.room += 1
    node = step.from
  }
  return reach.get(sink)?.cost ?? 0
}
