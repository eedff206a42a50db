import type { Who } from './people'
import type { Errand, Notice, World } from './world'

/** One thing that somebody tries, and what must come of it. */
export interface Plan {
  /** As a sentence. */
  say: string
  input: object
  /** `ok`, or the code of the refusal. */
  code: string
  detail?: object
  /** Counted against the five tries with the digits, also where it is refused. */
  isTry?: boolean
  /** It also writes what is no errand: a community, or what somebody says of himself. */
  isWide?: boolean
  /** Each of several by a key of its own; `some`: one of them was refused, and may go through when the tap comes again. */
  isInTurn?: 'all' | 'some'
  /** What it changes; absent for what is only read. `at` is when the cloud says it happened. */
  happens?(at: number, answer: Answer): Happened | undefined
  /** Throws when the answer is not what it must be. */
  expects?(answer: Answer): void
}

/** Who was told what, and whether something was done at all. */
export interface Happened {
  errand: Errand
  told?: [to: Notice['to'], say: string][]
  /** Written down as another verb than the one that was tapped. */
  verb?: string
  /** What the clock does of it at once. */
  byClock?: string
  /** Of the same tap, what happened to others. */
  others?: Happened[]
}

export type Answer = Readonly<Record<string, unknown>>

/** A number from anywhere, to choose by. */
export type Choice = readonly [number, number, number]

/** How somebody tries a verb on an errand; nothing where there is nothing to try. */
export type Verb = (world: World, who: Who, errand: Errand, choice: Choice) => Plan

export function chosen<T>(list: readonly [T, ...T[]], n: number): T {
  return list[n % list.length] ?? list[0]
}

/** Throws when two things differ, with both in the message. */
export function same(what: string, is: unknown, must: unknown): void {
  const [one, other] = [JSON.stringify(is), JSON.stringify(must)]
  if (one !== other) throw new Error(`${what}: it is ${one}, and must be ${other}`)
}

export const rowsOf = (answer: Answer): Answer[] => (Array.isArray(answer.rows) ? answer.rows : [])
export const sorted = (list: Iterable<string>): string[] => [...list].sort()
