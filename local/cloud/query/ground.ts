import type { Index } from '../../../domain/schema'
import { readRecord } from '../database/ejson'
import type { Document } from '../database/values'
import type { Reader } from '../store/store'
import type { Lists, Sort } from './planner'

/** What a search costs, as MongoDB's explain would say it. */
export interface Cost {
  /** Documents read. */
  examined: number
  bytesRead: number
  /** The indexes walked. */
  indexes: string[]
}

/** A document found, with its text as the store keeps it. */
export interface Found {
  id: Buffer
  text: string
  document: Document
  /** From the place that was asked for; only where one was. */
  metres?: number
}

/** The check of a document. */
export type Fits = (document: Document) => boolean

/** What is looked for. */
export interface Search {
  collection: string
  filter: Document
  sort?: Sort
  /** What a join's `let` defines, for `$expr`. */
  variables?: Document
  skip?: number
  limit?: number
}

/** What a search needs to know of its collection, and what to do about a filter that no index serves. */
export interface Ground {
  reader: Reader
  indexes: readonly Index[]
  lists: Lists
  unindexed(collection: string, fields: string[]): void
  cost: Cost
}

/** Reads a document and counts it; undefined when it does not fit. */
export function readOne(collection: string, id: Buffer, ground: Ground, fits: Fits): Found | undefined {
  const text = ground.reader.get(collection, id)
  if (text === undefined) return undefined
  ground.cost.examined++
  ground.cost.bytesRead += text.length
  const document = readRecord(text)
  return fits(document) ? { id, text, document } : undefined
}

/** Notes an index as walked. */
export function noteIndex(ground: Ground, index: string): void {
  if (!ground.cost.indexes.includes(index)) ground.cost.indexes.push(index)
}
