import { Id, Moment } from '../operation'
import * as z from '../zod'
import { Claim, fieldOrder } from './claim'

/** 登记着 · 本人确认过 · 本人说不是他 · 已离开. */
export const standings = { listed: '登记着', confirmed: '本人确认过', denied: '本人说不是他', left: '已离开' } as const
export type Standing = keyof typeof standings

const field = z.enum(fieldOrder)

/** A line of the roster; the phone is masked, and what is sensitive is not in a list. */
export const WorkerLine = z.object({
  id: z.string(),
  name: z.string(),
  /** The letter it stands under. */
  initial: z.string(),
  trade: z.string(),
  firm: z.string(),
  phone: z.string(),
  state: z.string(),
})
export type WorkerLine = z.infer<typeof WorkerLine>

/** 一个栏目: what stands, and everything that was ever said of it, the newest first. */
export const Told = z.object({ field, value: z.string(), claims: z.array(Claim) })
export type Told = z.infer<typeof Told>

/** 一人一档: every field with its sources; phones are masked here too. */
export const Worker = z.object({
  ...WorkerLine.shape,
  rev: z.string(),
  fields: z.array(Told),
  answeredAt: z.optional(Moment),
  /** Who looked at the number or took it along in a file, the newest first. */
  looks: z.array(z.object({ who: z.string(), what: z.enum(['phone', 'export']), at: Moment })),
})
export type Worker = z.infer<typeof Worker>

/** What a person reads of himself: 有人把您登记为…, and who it was. */
export const MyLine = z.object({
  id: Id,
  rev: z.string(),
  communityId: z.string(),
  community: z.string(),
  state: z.string(),
  fields: z.array(z.object({ field, value: z.string(), from: z.string(), at: Moment })),
})
export type MyLine = z.infer<typeof MyLine>

/** 一企一档 in a list. */
export const FirmLine = z.object({ id: z.string(), name: z.string(), initial: z.string() })
export type FirmLine = z.infer<typeof FirmLine>

export const firmFields = { contact: '联系人', phone: '电话', address: '地址', note: '备注' } as const
export type FirmField = keyof typeof firmFields
export const firmFieldOrder = Object.keys(firmFields) as FirmField[]

/** 一企一档: its fields with source and time, and its people. */
export const Firm = z.object({
  ...FirmLine.shape,
  rev: z.string(),
  fields: z.array(
    z.object({
      field: z.enum(firmFieldOrder),
      value: z.string(),
      by: z.string(),
      at: Moment,
    }),
  ),
  people: z.number(),
})
export type Firm = z.infer<typeof Firm>
