import type { Step } from '../store/layout'
import type { Reader } from '../store/store'
import type { Plan, Stretch } from './planner'

/** The ids of the documents that a plan leads to, each once, in the plan's order. */
export function* idsOf(collection: string, plan: Plan, reader: Reader): Iterable<Buffer> {
  const seen = new Set<string>()
  const steps =
    plan.ordered && plan.stretches.length > 1
      ? merged(collection, plan.stretches, reader)
      : joined(collection, plan.stretches, reader)
  for (const { id } of steps) {
    if (plan.repeats) {
      const name = id.toString('latin1')
      if (seen.has(name)) continue
      seen.add(name)
    }
    yield id
  }
}

function* joined(collection: string, stretches: Stretch[], reader: Reader): Iterable<Step> {
  for (const { index, range } of stretches) yield* reader.walk(collection, index, range)
}

/** Walks all stretches at once and yields the smallest (or, backward, the greatest) moving part first. */
function* merged(collection: string, stretches: Stretch[], reader: Reader): Iterable<Step> {
  const sign = stretches[0]?.range.reverse ? -1 : 1
  const heads: { walk: Iterator<Step>; step: Step; prefix: number }[] = []
  try {
    for (const { index, range, prefix } of stretches) {
      const walk = reader.walk(collection, index, range)[Symbol.iterator]()
      const next = walk.next()
      if (!next.done) heads.push({ walk, step: next.value, prefix })
    }
    while (heads.length > 0) {
      const head = heads.reduce((first, other) =>
        sign * Buffer.compare(other.step.key.subarray(other.prefix), first.step.key.subarray(first.prefix)) < 0
          ? other
          : first,
      )
      yield head.step
      const next = head.walk.next()
      if (next.done) heads.splice(heads.indexOf(head), 1)
      else head.step = next.value
    }
  } finally {
    for (const { walk } of heads) walk.return?.()
  }
}
