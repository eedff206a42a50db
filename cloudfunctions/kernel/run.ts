import type { Actor } from './actor'
import { _ } from './cloud'

/** One run of the clock, as the areas' ticks know it. */
export interface Run {
  /** The clock as an actor on this record: the same version of a record gives the same key, so that a second run repeats the first. */
  actorFor(record: { _id: string; rev: string }): Actor
  /** The time is up: what is left is for the next run. */
  isOver(): boolean
  /** Records that could not even be set aside: this run passes them by, or those behind them would never have their turn. */
  stuck: Set<string>
}

/** What has fallen due, but for what is stuck. */
export function dueBy(at: number, { stuck }: Run): object {
  return { dueAt: _.lte(at), ...(stuck.size > 0 && { _id: _.nin([...stuck]) }) }
}
