import type { Schema } from '../../domain/schema'

/**
 * Documents that one request writes together. After a crash all of them are at one `rev`: the acknowledged one or, when another write was
 * tried and not answered, the next. 0 is: not there.
 */
export interface Unit {
  ids: string[]
  acked: number
  tried: boolean
}

/** What a client is told: to write to a cloud until it is gone, on documents of its own that are kept from round to round. */
export interface Order {
  /** The variables that the SDK needs. */
  env: Record<string, string>
  /** Begins every id of this round, so that the same documents are written when the same seed is given. */
  round: number
  seed: number
  /** The data folder is new: what was written before is gone. */
  fresh: boolean
}

/** What a client says: that its first write was acknowledged, and at the end what it wrote. */
export type Word = 'begun' | Report

/** A client's round. */
export interface Report {
  /** Units that were written or tried in this round. */
  units: Unit[]
  acknowledged: number
  /** Requests answered, whatever they wrote. */
  requests: number
  /** Documents that the reopened cloud did not show as they were acknowledged. */
  missed: number
  /** Answers that no crash explains. */
  surprises: string[]
}

/** The one collection of the crash test; a change of a unit touches `byState`, `byUnit` and `byTag`. */
export const schema = {
  deeds: {
    indexes: [
      { name: 'byName', keys: { name: 1 }, unique: true },
      { name: 'byUnit', keys: { unit: 1, rev: 1 } },
      { name: 'byState', keys: { state: 1, at: -1 } },
      { name: 'byTag', keys: { tags: 1, rev: -1 } },
    ],
  },
} as const satisfies Schema
