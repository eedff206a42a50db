/** What requests cost, in the terms that are billed and measured: requests, documents examined and returned, bytes. */
export interface Tally {
  /** Requests to the database, storage or WeChat: what the platform bills. */
  requests: number
  examined: number
  returned: number
  bytesRead: number
  bytesWritten: number
}

/** One call of a function, with all that it asked of the cloud. */
export interface Invocation extends Tally {
  id: number
  fn: string
  /** `event.verb`, where the event says one. */
  verb?: string
  openid: string | null
  ms: number
  error?: string
}

/** A tally of one kind of request, with how often each index served it. */
export interface ActionTally extends Tally {
  indexes: Record<string, number>
}

/** A tally of one function. */
export interface FunctionTally extends Tally {
  calls: number
  errors: number
}

/** Everything counted since the start or the last reset. */
export interface Stats {
  totals: Tally & { calls: number }
  /** By `collection action`, e.g. `errands getDocument`; by action alone where there is no collection. */
  actions: Record<string, ActionTally>
  functions: Record<string, FunctionTally>
  /** The latest 200 calls, oldest first. */
  invocations: Invocation[]
  /** Queries that no index served, when they are only warned of. */
  unindexed: string[]
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
  end(invocation: Invocation, ms: number, error?: string): void
  /** Adds a finished request to the totals and to the call that made it, if one did. */
  request(meter: Meter, by: Invocation | undefined): void
  unindexed(what: string): boolean
  read(): Stats
  reset(): void
}

/** A meter for a request that is about to be answered. */
export function newMeter(action: string, collection?: string): Meter {
  return { ...none(), requests: 1, action, indexes: [], ...(collection === undefined ? {} : { collection }) }
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
      }
      stats.totals.calls++
      ;(stats.functions[fn] ??= { ...none(), calls: 0, errors: 0 }).calls++
      stats.invocations.push(invocation)
      if (stats.invocations.length > 200) stats.invocations.shift()
      return invocation
    },
    end(invocation, ms, error) {
      invocation.ms = ms
      if (error === undefined) return
      invocation.error = error
      const known = stats.functions[invocation.fn]
      if (known) known.errors++
    },
    request(meter, by) {
      const name = meter.collection === undefined ? meter.action : `${meter.collection} ${meter.action}`
      const action = (stats.actions[name] ??= { ...none(), indexes: {} })
      for (const index of meter.indexes) action.indexes[index] = (action.indexes[index] ?? 0) + 1
      const counted = by && stats.functions[by.fn]
      for (const tally of [stats.totals, action, by, counted]) if (tally) add(tally, meter)
    },
    unindexed(what) {
      if (stats.unindexed.includes(what)) return false
      stats.unindexed.push(what)
      return true
    },
    read: () => structuredClone(stats),
    reset: () => void (stats = fresh()),
  }
}

function fresh(): Stats {
  return { totals: { ...none(), calls: 0 }, actions: {}, functions: {}, invocations: [], unindexed: [] }
}

function none(): Tally {
  return { requests: 0, examined: 0, returned: 0, bytesRead: 0, bytesWritten: 0 }
}

function add(tally: Tally, more: Tally): void {
  tally.requests += more.requests
  tally.examined += more.examined
  tally.returned += more.returned
  tally.bytesRead += more.bytesRead
  tally.bytesWritten += more.bytesWritten
}
