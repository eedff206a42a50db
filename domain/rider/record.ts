import { Agreed } from '../consent'
import { spelled } from '../line'
import { Id, Moment, text } from '../operation'
import { PhoneNumber, Quiet, tradeNames } from '../person'
import { beijing, momentOf } from '../time'
import * as z from '../zod'
import { Plate } from './badge'
import { certificateKinds, certificateNames, skillNames, vehicleNames, weekdays, wordOf } from './words'

/** A day as it stands in a calendar: `'2027-02-30'` is none. */
const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, '日期不对'),
  z.refine(day => beijing(momentOf(day, '00:00')).format('YYYY-MM-DD') === day, '日期不对'),
)

/** A paper and the last day on which it counts (Beijing). */
export const Certificate = z.strictObject({ kind: z.enum(certificateNames), until: Day })
export type Certificate = z.infer<typeof Certificate>

/** True on every day up to its last. */
export const validOn = ({ until }: { until: string }, day: string): boolean => until >= day

const HalfHour = z.string().check(z.regex(/^(([01]\d|2[0-3]):[03]0|24:00)$/, '请选整点或半点'))

/** 方便的时候: on these weekdays (1 Monday … 7 Sunday) from one half hour of Beijing to another. */
export const Hours = z
  .strictObject({
    days: z.array(z.number().check(z.int(), z.gte(1), z.lte(7))).check(z.minLength(1, '请选星期几'), z.maxLength(7)),
    from: HalfHour,
    until: HalfHour,
  })
  .check(z.refine(({ from, until }) => until > from, '到几点要比从几点晚'))
export type Hours = z.infer<typeof Hours>

/** What a rider says of himself and changes as he likes. */
export const Declared = z.strictObject({
  /** Compounds he passes anyway. */
  areas: z.array(Id).check(z.maxLength(20)),
  /** 邻近社区: other communities he passes, of the same subdistrict. */
  neighbours: z.array(Id).check(z.maxLength(10)),
  hours: z.array(Hours).check(z.maxLength(7)),
  skills: z.array(z.enum(skillNames)).check(z.maxLength(skillNames.length)),
  vehicle: z.enum(vehicleNames, '请选一选'),
  certificates: z.array(Certificate).check(
    z.maxLength(certificateNames.length),
    z.refine(list => new Set(list.map(({ kind }) => kind)).size === list.length, '一样证只填一次'),
  ),
  /** False: 不垫钱, he is not offered what needs money advanced. */
  advances: z.boolean(),
  /** 几点不打扰: his own hours, none, or those of his trade. */
  quiet: z.optional(Quiet),
  /** 每周几单: the most he wants to be asked for; 0: as it comes. */
  weeklyCap: z.optional(z.number().check(z.int(), z.gte(0), z.lte(50))),
  /** 车牌, told to a family while he has its errand. */
  plate: z.optional(Plate),
})
export type Declared = z.infer<typeof Declared>

/** What the community has made sure of: a change of it is asked of the desk again. */
export const Vouched = z.strictObject({
  name: text(20),
  trade: z.enum(tradeNames, '请选一选'),
  firm: text(30),
  /** The number families may be given while he has their errand; said so when it is asked for. */
  phone: PhoneNumber,
})
export type Vouched = z.infer<typeof Vouched>

/** What he agrees to when he applies. */
export const applyNeeds = ['privacy', 'phone', 'pledge'] as const

/** 报名. */
export const Application = z.strictObject({
  communityId: Id,
  ...Vouched.shape,
  ...Declared.shape,
  agreed: z.optional(Agreed),
})
export type Application = z.infer<typeof Application>

/** A rider as his desk and he himself read him; records of years ago lack what was asked later. */
export const Profile = z.object({
  name: z.string(),
  trade: z.string(),
  firm: z.optional(z.string()),
  areas: z.optional(z.array(z.string())),
  neighbours: z.optional(z.array(z.string())),
  hours: z.optional(z.array(z.object({ days: z.array(z.number()), from: z.string(), until: z.string() }))),
  skills: z.optional(z.array(z.string())),
  vehicle: z.optional(z.string()),
  certificates: z.optional(z.array(z.object({ kind: z.string(), until: z.string() }))),
  advances: z.optional(z.boolean()),
  quiet: z.optional(Quiet),
  weeklyCap: z.optional(z.number()),
})
export type Profile = z.infer<typeof Profile>

/** Who confirmed him for which community, on what grounds and when. */
export const Confirmation = z.object({ communityId: z.string(), by: z.string(), how: z.string(), at: Moment })
export type Confirmation = z.infer<typeof Confirmation>

const Masked = z.optional(z.string())

/** Somebody who waits for the desk's word; `before` what was confirmed of a rider who wants it changed. */
export const Applicant = z.object({
  ...Profile.shape,
  id: Id,
  rev: z.string(),
  phone: Masked,
  at: Moment,
  before: z.optional(z.object({ name: z.string(), trade: z.string(), firm: z.optional(z.string()), phone: Masked })),
})
export type Applicant = z.infer<typeof Applicant>

/** One of 这里的师傅, in the desk's list. */
export const RiderLine = z.object({
  id: Id,
  name: z.string(),
  trade: z.string(),
  firm: z.optional(z.string()),
  expired: z.array(z.string()),
})
export type RiderLine = z.infer<typeof RiderLine>

/** A rider's page at the desk. */
export const RiderView = z.object({
  ...Profile.shape,
  id: Id,
  rev: z.string(),
  phone: Masked,
  confirmation: z.optional(Confirmation),
})
export type RiderView = z.infer<typeof RiderView>

/** What a rider, or who applied, reads of himself. */
export const Mine = z.object({
  /** What he said last, as it waits or was sent back. */
  application: z.optional(
    z.object({
      ...z.partial(Profile).shape,
      communityId: z.string(),
      state: z.string(),
      phone: z.optional(z.string()),
      why: z.optional(z.string()),
    }),
  ),
  profile: z.optional(z.object({ ...Profile.shape, phone: z.optional(z.string()), plate: z.optional(z.string()) })),
  confirmations: z.array(Confirmation),
  /** Who at a desk looked at his number. */
  looks: z.array(z.object({ who: z.string(), at: Moment })),
})
export type Mine = z.infer<typeof Mine>

/** 周一、周三 09:00-11:30; every day, the working days and the weekend by their own words. */
export function hoursWords({ days, from, until }: { days: readonly number[]; from: string; until: string }): string {
  const key = [...new Set(days)].sort((a, b) => a - b).join('')
  const known: Readonly<Record<string, string>> = { '1234567': '每天', '12345': '周一到周五', '67': '周末' }
  const named = [...key].flatMap(day => weekdays[Number(day) - 1] ?? [])
  return `${known[key] ?? named.join('、')} ${spelled(`${from}-${until}`)}`
}

/** 健康证 2027-06-30 前有效; over: 健康证 2026-06-30 过期了. */
export function certificateWords({ kind, until }: { kind: string; until: string }, day: string): string {
  const name = wordOf(certificateKinds, kind)
  return validOn({ until }, day) ? `${name} ${until} 前有效` : `${name} ${until} 过期了`
}
