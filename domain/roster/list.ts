import { Id, Moment } from '../operation'
import { dayMs } from '../time'
import * as z from '../zod'
import { fieldOrder } from './claim'
import { columns } from './header'
import { decisionNames } from './merging'
import { kindNames } from './sorting'

/** A list that nobody confirmed is put away after this. */
export const listLastsMs = 3 * dayMs
/** One list has at most so many rows, a file so many bytes, and its sheets unpacked so many. */
export const mostRows = 20_000
export const mostFileBytes = 8 * 1024 * 1024
export const mostUnpackedBytes = 40 * 1024 * 1024
/** So many rows are kept and shown together. */
export const rowsTogether = 100

export const field = z.enum(fieldOrder)
export const column = z.enum(columns)
export const kind = z.enum(kindNames)
export const decision = z.enum(decisionNames)

/** One sheet of a file as it was recognised: which row is the head, and which column is which. */
export const SheetSeen = z.object({
  name: z.string(),
  rows: z.number(),
  /** Counted from 0; absent when no row says 姓名 and one thing more. */
  headRow: z.optional(z.number()),
  head: z.array(z.string()),
  columns: z.array(column),
  samples: z.array(z.array(z.string())),
})
export type SheetSeen = z.infer<typeof SheetSeen>

export const Counts = z.object({
  new: z.number(),
  more: z.number(),
  same: z.number(),
  conflict: z.number(),
  wrong: z.number(),
})
export type Counts = z.infer<typeof Counts>

/** 一份名单: what was handed in, by whom, and how far it is. */
export const List = z.object({
  id: Id,
  state: z.enum(['opened', 'sorted', 'applying', 'applied', 'dropped']),
  body: z.string(),
  whose: z.string(),
  file: z.string(),
  by: z.string(),
  at: Moment,
  until: Moment,
  counts: z.optional(Counts),
  /** Conflicts that nobody has decided yet. */
  open: z.optional(z.number()),
  /** Of the rows that are taken in, so many are. */
  done: z.optional(z.number()),
  sheets: z.optional(z.array(SheetSeen)),
})
export type List = z.infer<typeof List>

/** One row of the preview. Phones are masked and 党员 is not written out: it is a list. */
export const PreviewRow = z.object({
  row: z.number(),
  kind,
  why: z.string(),
  name: z.string(),
  line: z.string(),
  differs: z.array(z.object({ field, ours: z.string(), theirs: z.string() })),
  decision: z.optional(decision),
})
export type PreviewRow = z.infer<typeof PreviewRow>
