import type { Clock } from '../clock'
import { conflict, refusal, refuse } from '../codes'
import type { Counter } from '../stats'
import { FaultRule, means, nameOf, type Place } from './rule'

/** 故障: things go wrong by rule, on demand and exactly where they shall. Without rules nothing does. */
export interface Faults {
  /** @throws Error that says what is wrong with the rule */
  add(rule: FaultRule): void
  /** Forgets every rule and lets go what is held. */
  clear(): void
  /** Lets go what is held, and what is delayed; the rules stay. */
  release(): void
  rules(): readonly FaultRule[]
  /**
   * Does something as the rules will have it; `kill` ends the instance that asked. Of several rules that strike the same moment the
   * first one added does.
   * @throws UNANSWERED when it is done and nobody may hear the answer
   */
  around<T>(place: Place, run: () => Promise<T>, kill: () => void): Promise<T>
}

/** The code of what is done and not answered: a phone sees a time-out, an SDK its connection reset. */
export const unanswered = 'UNANSWERED'

/** A set of rules, empty at first; each strike is counted. */
export function newFaults(clock: Clock, counter: Counter): Faults {
  let standing: { rule: FaultRule; met: number }[] = []
  let released = signal()

  function striking(place: Place): FaultRule | undefined {
    const met = standing.filter(({ rule }) => means(rule, place))
    for (const one of met) one.met++
    return met.find(({ rule, met: times }) => rule.nth === undefined || rule.nth === times)?.rule
  }

  async function around<T>(place: Place, run: () => Promise<T>, kill: () => void): Promise<T> {
    const rule = striking(place)
    if (!rule) return run()
    counter.fault(nameOf(rule))
    const { fault } = rule
    switch (fault.kind) {
      case 'delay':
        await Promise.race([clock.reached(clock.now() + fault.ms), released.given])
        return run()
      case 'hold':
        await released.given
        return run()
      case 'error':
        return refuse(fault.code, fault.message ?? 'a fault that was asked for')
      case 'conflict':
        return conflict()
      case 'unanswered':
        await run()
        throw refusal(unanswered, 'done, and not answered: a fault that was asked for')
      case 'twice': {
        const [, second] = await Promise.allSettled([run(), run()])
        if (second.status === 'rejected') throw second.reason
        return second.value
      }
      case 'kill':
        if (fault.when === 'after') await run().catch(() => undefined)
        kill()
        throw refusal(unanswered, 'the instance was killed: a fault that was asked for')
    }
  }

  function release(): void {
    released.give()
    released = signal()
  }

  return {
    add(rule) {
      const read = FaultRule.safeParse(rule)
      if (!read.success) throw new Error(`this is no rule of a fault: ${read.error.issues[0]?.message ?? ''}`)
      standing.push({ rule: read.data, met: 0 })
    },
    clear() {
      standing = []
      release()
    },
    release,
    rules: () => standing.map(({ rule }) => rule),
    around,
  }
}

/** Something to wait for that is given once. */
function signal(): { given: Promise<void>; give(): void } {
  let give: () => void = () => undefined
  const given = new Promise<void>(resolve => (give = resolve))
  return { given, give }
}
