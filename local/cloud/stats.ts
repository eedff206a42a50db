import { add, addCall, addTimes, noCalls, none } from './tally'
import type { ActionTally, FunctionTally, Invocation, OperationTally, Tally } from './tally'

/** Everything counted since the start or the last reset. */
export interface Stats {
  totals: Tally & { calls: number }
  /** By `collection action`, e.g. `errands getDocument`; by action alone where there is no collection. */
  actions: Record<string, ActionTally>
  functions: Record<string, FunctionTally>
  /** By `function.verb`, then by outcome: `ok`, the code of a reply that says `{ ok: false, code }`, or the platform's word. */
  operations: Record<string, Record<string, OperationTally>>
  /** The latest 200 calls, oldest first. */
  invocations: Invocation[]
  /** Queries that no index served, when they are only warned of. */
  unindexed: string[]
  /** How often each fault that was asked for has struck. */
  faults: Record<string, number>
}

/** What one request cost. */
export interface Meter extends Tally {
  action: string
  collection?: string
  indexes: string[]
}

/** Counts. */
export interface Counter {
  begin(fn: string, verb: string | undefined, openid: string | null): Invocation
  /** A call is over: `error` is the platform's word for it, `outcome` what the function's own reply says. */
  end(invocation: Invocation, ms: number, end: { error: string } | { outcome: string }): void
  /** Adds a finished request to the totals and to the call that made it, if one did. */
  request(meter: Meter, by: Invocation | undefined): void
  unindexed(what: string): boolean
  fault(name: string): void
  read(): Stats
  reset(): void
}

const decides = /^((insert|modify|remove)Document|commitTransaction)$/

/** A meter for a request that is about to be answered. */
export function newMeter(action: string, collection?: string): Meter {
  const writes = decides.test(action) ? 1 : 0
  return { ...none(), requests: 1, writes, action, indexes: [], ...(collection === undefined ? {} : { collection }) }
}

/** A counter that starts at nothing. */
export function newCounter(): Counter {
  let stats = fresh()
  let ids = 0
  return {
    begin(fn, verb, openid) {
      const invocation: Invocation = {
        id: ++ids,
        fn,
        ...(verb === undefined ? {} : { verb }),
        openid,
        ms: 0,
        ...none(),
        indexes: {},
      }
      stats.totals.calls++
      ;(stats.functions[fn] ??= { ...none(), calls: 0, errors: 0 }).calls++
      stats.invocations.push(invocation)
      if (stats.invocations.length > 200) stats.invocations.shift()
      return invocation
    },
    end(invocation, ms, end) {
      invocation.ms = ms
      const { fn, verb } = invocation
      const outcomes = (stats.operations[verb === undefined ? fn : `${fn}.${verb}`] ??= {})
      addCall((outcomes['error' in end ? end.error : end.outcome] ??= noCalls()), invocation)
      if (!('error' in end)) return
      invocation.error = end.error
      const known = stats.functions[fn]
      if (known) known.errors++
    },
    request(meter, by) {
      const name = meter.collection === undefined ? meter.action : `${meter.collection} ${meter.action}`
      const action = (stats.actions[name] ??= { ...none(), indexes: {} })
      for (const index of meter.indexes) {
        addTimes(action.indexes, index)
        if (by) addTimes(by.indexes, `${meter.collection}.${index}`)
      }
      const counted = by && stats.functions[by.fn]
      for (const tally of [stats.totals, action, by, counted]) if (tally) add(tally, meter)
    },
    unindexed(what) {
      if (stats.unindexed.includes(what)) return false
      stats.unindexed.push(what)
      return true
    },
    fault: name => addTimes(stats.faults, name),
    read: () => structuredClone(stats),
    reset: () => void (stats = fresh()),
  }
}

function fresh(): Stats {
  return {
    totals: { ...none(), calls: 0 },
    actions: {},
    functions: {},
    operations: {},
    invocations: [],
    unindexed: [],
    faults: {},
  }
}
