import { area, Id, Moment, moved, plain, text, type Table } from '../operation'
import { tradeNames } from '../person'
import * as z from '../zod'
import { listBodies } from './claim'
import { column, decision, field, kind, List, PreviewRow } from './list'
import { choices, DifferenceLine, Reconciliation } from './reconciling'
import { Firm, FirmLine, MyLine, Worker, WorkerLine, firmFieldOrder } from './worker'

/** Where the next page of a list in name order begins, as the last page said. */
export const NameCursor = z.string().check(z.maxLength(120))
/** A spreadsheet as the phone uploaded it. */
export const SheetFile = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/sheet\/[\w-]{1,80}\.(xlsx|csv)$/, '这份表没传好，请再选一次'))

const inCommunity = { communityId: Id }
const oneOf = z.strictObject({ ...inCommunity, id: Id })
const rows = <S extends z.ZodMiniType>(row: S) => plain(z.object({ rows: z.array(row), next: z.optional(z.string()) }))
const trade = z.enum(tradeNames)
const filter = { find: z.optional(text(20)), trade: z.optional(trade), left: z.optional(z.boolean()) }
const own = z.strictObject({
  name: z.optional(text(20)),
  trade: z.optional(trade),
  firm: z.optional(text(30)),
  vehicle: z.optional(text(20)),
  plate: z.optional(text(12)),
})
const values = z.partialRecord(field, text(30))
export type OwnWords = z.infer<typeof own>

/** Who works here belongs to no compound: it is for who is at the desk of the whole community. */
const wholeDesk = { by: ['dispatcher'], whole: true } as const

/** 底数: who works here, taken from lists, confirmed by the person himself, reconciled. Source: facts/source-systems S31-S34. */
export const roster = area('roster', {
  list: {
    ...wholeDesk,
    input: z.strictObject({ ...inCommunity, ...filter, firmId: z.optional(Id), after: z.optional(NameCursor) }),
    output: rows(WorkerLine),
  },
  /** How many, in all and of each trade in the order of the trades; the parts add up. */
  counts: {
    ...wholeDesk,
    input: z.strictObject(inCommunity),
    output: plain(
      z.object({ all: z.number(), left: z.number(), trades: z.array(z.object({ trade, count: z.number() })) }),
    ),
  },
  one: { ...wholeDesk, input: oneOf, output: plain(Worker) },
  /** 看号码: who looked is written down before it is answered. */
  reveal: {
    ...wholeDesk,
    changes: true,
    input: oneOf,
    output: plain(z.object({ numbers: z.array(z.string()) })),
  },
  correct: {
    ...wholeDesk,
    changes: true,
    input: z.strictObject({ ...inCommunity, id: Id, rev: z.string(), values }),
    output: moved,
  },
  leave: {
    ...wholeDesk,
    moves: { from: ['listed', 'confirmed', 'denied'], to: 'left' },
    input: oneOf,
    output: moved,
  },
  comeBack: { ...wholeDesk, moves: { from: ['left'], to: 'listed' }, input: oneOf, output: moved },
  firms: {
    ...wholeDesk,
    input: z.strictObject({ ...inCommunity, after: z.optional(NameCursor) }),
    output: rows(FirmLine),
  },
  firm: { ...wholeDesk, input: oneOf, output: plain(Firm) },
  correctFirm: {
    ...wholeDesk,
    changes: true,
    input: z.strictObject({
      ...inCommunity,
      id: Id,
      rev: z.string(),
      values: z.partialRecord(z.enum(firmFieldOrder), text(60)),
    }),
    output: moved,
  },

  /** 导入 1: a file is read; nothing of it is in the roster. */
  openList: {
    ...wholeDesk,
    moves: { from: [], to: 'opened' },
    input: z.strictObject({
      ...inCommunity,
      fileId: SheetFile,
      file: text(60),
      body: z.enum(listBodies),
      whose: z.optional(text(30)),
    }),
    output: plain(List),
  },
  lists: { ...wholeDesk, input: z.strictObject(inCommunity), output: rows(List) },
  listOne: { ...wholeDesk, input: oneOf, output: plain(List) },
  /** 导入 2: every row is compared; still nothing is in the roster. */
  sort: {
    ...wholeDesk,
    moves: { from: ['opened', 'sorted'], to: 'sorted' },
    input: z.strictObject({
      ...inCommunity,
      id: Id,
      sheet: z.number().check(z.int(), z.gte(0), z.lte(50)),
      headRow: z.number().check(z.int(), z.gte(0), z.lte(50)),
      columns: z.array(column).check(z.maxLength(60)),
    }),
    output: plain(List),
  },
  rows: {
    ...wholeDesk,
    input: z.strictObject({ ...inCommunity, id: Id, kind, part: z.number().check(z.int(), z.gte(0), z.lte(1000)) }),
    output: plain(z.object({ rows: z.array(PreviewRow), more: z.boolean() })),
  },
  /** One row, or with none named all that are still open. */
  decide: {
    ...wholeDesk,
    changes: true,
    input: z.strictObject({ ...inCommunity, id: Id, decision, row: z.optional(z.number().check(z.int(), z.gte(1))) }),
    output: plain(z.object({ open: z.number() })),
  },
  /** 导入 3: taken into the roster, as far as one call goes; another goes on where it stopped. */
  confirm: {
    ...wholeDesk,
    moves: { from: ['sorted', 'applying'], to: 'applying' },
    input: oneOf,
    output: plain(z.object({ state: z.string(), done: z.number(), of: z.number() })),
  },
  drop: {
    ...wholeDesk,
    moves: { from: ['opened', 'sorted', 'applying'], to: 'dropped' },
    input: oneOf,
    output: moved,
  },

  /** 对账: what two bodies' lists differ in, as they are now. */
  reconcile: {
    ...wholeDesk,
    moves: { from: [], to: 'open' },
    input: z.strictObject({
      ...inCommunity,
      left: z.enum(listBodies),
      right: z.enum(listBodies),
      firm: z.optional(text(30)),
    }),
    output: plain(Reconciliation),
  },
  reconciliations: { ...wholeDesk, input: z.strictObject(inCommunity), output: rows(Reconciliation) },
  differences: {
    ...wholeDesk,
    input: z.strictObject({ ...inCommunity, id: Id, settled: z.boolean(), after: z.optional(NameCursor) }),
    output: plain(
      z.object({ reconciliation: Reconciliation, rows: z.array(DifferenceLine), next: z.optional(z.string()) }),
    ),
  },
  settle: {
    ...wholeDesk,
    moves: { from: ['open'], to: 'settled' },
    input: z.strictObject({ ...inCommunity, id: Id, choice: z.enum(choices) }),
    output: moved,
  },
  sign: { ...wholeDesk, moves: { from: ['open'], to: 'signed' }, input: oneOf, output: moved },

  /** 有人把您登记为…: what stands under one's own number. */
  mine: { by: ['guest'], input: z.strictObject(inCommunity), output: rows(MyLine) },
  /** The same by the number that WeChat knows. */
  meet: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ ...inCommunity, code: text(200) }),
    output: rows(MyLine),
  },
  /** 对 · 不对，改一改 · 不是我. */
  answer: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({
      ...inCommunity,
      id: Id,
      what: z.enum(['right', 'changed', 'notMe']),
      own: z.optional(own),
    }),
    output: moved,
  },
  /** 导出: what the desk sees of these people, as a spreadsheet; that it was made is written down. */
  export: {
    ...wholeDesk,
    changes: true,
    input: z.strictObject({ ...inCommunity, ...filter, phones: z.boolean() }),
    output: plain(z.object({ url: z.string(), name: z.string(), rows: z.number(), at: Moment })),
  },
} satisfies Table)
