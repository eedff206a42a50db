/** What requests cost, in the terms that are billed and measured: requests, documents examined and returned, bytes. */
export interface Tally {
  /** Requests to the database, storage or WeChat: what the platform bills. */
  requests: number
  /** Those of them that would write: what decides. */
  writes: number
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
  /** How often each index served it, by `collection.index`. */
  indexes: Record<string, number>
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

/** A tally of all calls of one operation that ended alike. */
export interface OperationTally extends Tally {
  calls: number
  /** The most that a single call asked, and the most of that that would write. */
  mostRequests: number
  mostWrites: number
  indexes: Record<string, number>
}

/** Nothing yet. */
export function none(): Tally {
  return { requests: 0, writes: 0, examined: 0, returned: 0, bytesRead: 0, bytesWritten: 0 }
}

/** Adds what a request cost. */
export function add(tally: Tally, more: Tally): void {
  tally.requests += more.requests
  tally.writes += more.writes
  tally.examined += more.examined
  tally.returned += more.returned
  tally.bytesRead += more.bytesRead
  tally.bytesWritten += more.bytesWritten
}

/** No call yet. */
export function noCalls(): OperationTally {
  return { ...none(), calls: 0, mostRequests: 0, mostWrites: 0, indexes: {} }
}

/** Adds a call that is over to the calls that ended like it. */
export function addCall(tally: OperationTally, call: Invocation): void {
  tally.calls++
  add(tally, call)
  tally.mostRequests = Math.max(tally.mostRequests, call.requests)
  tally.mostWrites = Math.max(tally.mostWrites, call.writes)
  for (const [index, times] of Object.entries(call.indexes)) addTimes(tally.indexes, index, times)
}

/** Counts how often something happened, by its name. */
export function addTimes(happened: Record<string, number>, name: string, times = 1): void {
  happened[name] = (happened[name] ?? 0) + times
}
