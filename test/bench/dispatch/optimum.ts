import { costOf } from '../../../domain/errand/cost'
import { propose, weigh } from '../../../domain/errand/proposal/propose'
import { leastCost } from './min-cost-flow'
import type { aMorning } from './town'

/** What the proposal costs, counted from what it says alone, and the least there is, from a solver that shares nothing with it but the costs. */
export function besideTheLeast({ now, cards, waiting }: ReturnType<typeof aMorning>): {
  ours: number
  least: number
  left: number
  ms: number
} {
  const { errands, without } = weigh(waiting, cards, now)
  const leaving = new Map(errands.map((errand, row) => [errand.id, without[row] ?? 0]))
  const began = performance.now()
  const proposal = propose(waiting, cards, now)
  const ms = performance.now() - began
  const given = new Map<string, number>()
  const ours = proposal.reduce((sum, { errand, suggestion }) => {
    if (!suggestion) return sum + (leaving.get(errand.id) ?? 0)
    const { rider } = suggestion
    const before = given.get(rider.id) ?? 0
    given.set(rider.id, before + 1)
    return sum + costOf({ errand, rider, now, before })
  }, 0)
  const left = proposal.filter(({ suggestion }) => !suggestion).length
  return { ours, least: leastCost(waiting, cards, leaving, now), left, ms }
}
