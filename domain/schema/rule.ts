/**
 * One index: the order of keys matters, 1 ascending, -1 descending, '2dsphere' places (地理位置). A missing field counts as null in a unique
 * one; documents without a place are not in an index of places.
 */
export interface Index {
  name: string
  keys: Readonly<Record<string, 1 | -1 | '2dsphere'>>
  unique?: true
}

/**
 * How long a collection keeps its records: `days` after the moment in its field `after` (epoch ms, the first of one of its indexes), of those
 * that are as `where` says; or for as long as it says, in the words that people read on 我的数据. Nothing is kept without a reason (PIPL 19, 47), and what is over goes by
 * itself: the clock removes it, and the files that the fields `files` name.
 */
export type Keeps =
  | {
      days: number
      after: string
      where?: Readonly<Record<string, string | readonly never[]>>
      files?: readonly string[]
    }
  | { asLongAs: string }

export interface Collection {
  indexes: readonly Index[]
}

/** A collection of the product: with how long it keeps its records. */
export interface Kept extends Collection {
  keeps: Keeps
}

export type Schema = Readonly<Record<string, Collection>>

/** A year and a month: the yearly report is written when the year is over. */
export const aYear = 400
export const halfAYear = 180
export const aMonth = 30

/** Some of the collections. */
export type Collections = Readonly<Record<string, Kept>>
