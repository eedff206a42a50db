import type { Aggregate, Collection, Commands, Database, Doc, Expressions, Query, Row, Sdk } from './sdk'

/**
 * Whose word an expectation is: Tencent's documentation, a run against this wire (facts of the SDK's own behaviour), the SDK's source,
 * MongoDB's manual; `unverified` is a guess that only a real environment can settle.
 */
export type Source = 'official' | 'measured' | 'SDK source' | "MongoDB's manual" | 'unverified'

/** What a case acts upon: one cloud, of which it sees only records and files of its own. */
export interface Here {
  sdk: Sdk
  db: Database
  _: Commands
  $: Expressions
  /** Begins every id and path of this case; taken off again before what was seen is compared. */
  mark: string
  /** The records of all cases; a record of this one has an id of `id()` and `case: mark`. */
  rows: Collection
  /** A second collection, to join with. */
  others: Collection
  /** A collection with a unique index over `case` and `code`. */
  codes: Collection
  id(name: string): string
  /** A record of this case's own, with its short id made long. */
  own(row: Row): Row
  /** One of the case's records. */
  doc(name: string): Doc
  /** What a record holds now; null when there is none. */
  now(name: string): Promise<Row | null>
  /** The case's records that match. */
  mine(filter?: Row): Query
  /** The same by a condition over several fields: `_.or([…])`. */
  mineBy(condition: unknown): Query
  /** The short ids of what a query gives, sorted. */
  ids(query: Query): Promise<string[]>
  /** An aggregation over the case's records. */
  stages(): Aggregate
  /** Calls a function of the ground as this person's phone would; only where functions run. */
  call(fn: string, openid: string | null, event: unknown): Promise<unknown>
}

/** One sentence about the SDK: what there is before, what is done, and what is seen then. */
export interface Case {
  name: string
  source: Source
  /** Records put into `rows` before, with short ids. */
  arrange?: Row[]
  act(here: Here): Promise<unknown>
  /** Compared with what `act` answers, or with the failure that it ends in; matchers of jest allowed. */
  expect: unknown
}

/** Cases of one subject. `locally`: what they need (deployed functions, WeChat) is not in a real environment's bare database. */
export interface Family {
  name: string
  runs: 'anywhere' | 'locally'
  cases: readonly Case[]
}

/** What a failure of the SDK shows: its code, and its words for matching. */
export interface Failed {
  errCode: unknown
  words: string
}

/** The failure of an act, in the form that `fails` expects. */
export function failed(error: unknown): Failed {
  const { errCode, message, errMsg }: Record<string, unknown> = Object(error)
  return { errCode, words: String(message ?? errMsg ?? error) }
}

/** Expects the act to end in a failure with this code, saying these words. */
export function fails(errCode: number | undefined, words = ''): unknown {
  return { errCode, words: expect.stringContaining(words) }
}
