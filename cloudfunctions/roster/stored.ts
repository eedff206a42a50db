import { shownOf, type Body, type Claims } from '@domain/roster/claim'
import type { Column } from '@domain/roster/header'
import type { Counts, SheetSeen } from '@domain/roster/list'
import type { Decision } from '@domain/roster/merging'
import type { Choice, Found } from '@domain/roster/reconciling'
import type { Difference, Kind, Values } from '@domain/roster/sorting'
import type { FirmField } from '@domain/roster/worker'
import { hash } from '../kernel/hash'
import { records } from '../kernel/records'
import { initialOf, orderOf } from './initial'

/** 一人一档 as stored: the claims are the record; what stands of them is copied beside, for the indexes. */
export interface WorkerRecord {
  claims: Claims
  /** Rows of lists that are in it, by what they say. */
  marks: string[]
  /** What the desk has agreed is right though only one body has him. */
  known: string[]
  name: string
  initial: string
  order: string
  phone: string
  tail: string
  firm: string
  firmId: string
  trade: string
  here: boolean
  /** `never` while he is here. */
  leftAt: number
  /** Whose own number it is, once he came. */
  personId?: string
  answeredAt?: number
}
export const workers = records<WorkerRecord>('roster', { lasting: true })
export type WorkerDocument = NonNullable<Awaited<ReturnType<typeof workers.get>>>

/** What the indexes hold of the claims. */
export function copiesOf(communityId: string, claims: Claims) {
  const { name = '', phone = '', firm = '', trade = 'other' } = shownOf(claims)
  const firmId = firm ? firmIdOf(communityId, firm) : ''
  return { name, initial: initialOf(name), order: orderOf(name), phone, tail: phone.slice(-4), firm, firmId, trade }
}

export const firmIdOf = (communityId: string, name: string): string => `f${hash(`${communityId} ${name}`)}`

/** 一企一档. */
export interface FirmRecord {
  name: string
  initial: string
  order: string
  fields: Partial<Record<FirmField, { value: string; by: string; at: number }>>
}
export const firmRecords = records<FirmRecord>('enterprises', { lasting: true })

/** 一份名单. */
export interface ListRecord {
  fileId: string
  file: string
  /** Fingerprint of the file's bytes: the same list again. */
  sum: string
  body: Body
  whose: string
  by: string
  sheets: SheetSeen[]
  until: number
  /** Which sorting its parts are of. */
  turn: string
  chosen?: { sheet: number; headRow: number; columns: Column[] }
  counts?: Counts
}
export const listRecords = records<ListRecord>('imports', { lasting: true })
export type ListDocument = NonNullable<Awaited<ReturnType<typeof listRecords.get>>>

export interface StoredRow {
  row: number
  values: Values
  mark: string
  why: string
  id?: string
  differs?: Difference[]
}

/** A hundred rows of a kind. */
export interface PartRecord {
  listId: string
  turn: string
  kind: Kind
  part: number
  rows: StoredRow[]
  /** The rows' own numbers, to be found without reading them. */
  numbers: number[]
  /** Whom they may be about, by the id of a worker: he is found by it when he leaves. */
  workerIds: string[]
  /** By `r17`. */
  decisions: Record<string, Decision>
  /** 0 until it is in the roster. */
  doneAt: number
}
export const parts = records<PartRecord>('importRows', { lasting: true })
export type PartDocument = NonNullable<Awaited<ReturnType<typeof parts.get>>>

export interface ReconciliationRecord {
  left: Body
  right: Body
  firm: string
  found: number
  by: string
  at: number
  signedBy?: string
  signedAt?: number
}
export const reconciliationRecords = records<ReconciliationRecord>('reconciliations', { lasting: true })

export interface DifferenceRecord extends Found {
  reconciliationId: string
  workerId: string
  name: string
  order: string
  firm: string
  /** Of a person only one has: which body, and which not; else the left and the right. */
  has: Body
  lacks: Body
  choice?: Choice
  by?: string
  at?: number
  /** 0 until it is in the roster. */
  appliedAt: number
}
export const differenceRecords = records<DifferenceRecord>('differences', { lasting: true })

/** 谁看过号码, 谁导出过. */
export interface LookRecord {
  /** '' for a file of many. */
  workerId: string
  what: 'phone' | 'export'
  who: string
  at: number
  rows?: number
}
export const lookRecords = records<LookRecord>('rosterLooks', { lasting: true })

/** Spreadsheets on their way in or out, so that none outlives its use. */
export const sheetFiles = records<{ file: string; at: number }>('sheetFiles', { lasting: true })
