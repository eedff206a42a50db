import { Moment } from '../operation'
import * as z from '../zod'

/** 谁说的: the bodies a line of the roster comes from, and the person himself. */
export const bodies = {
  firm: '企业',
  community: '社区',
  cyberspace: '网信',
  transport: '交通运输',
  market: '市场监管',
  post: '邮政',
  self: '本人',
} as const
export type Body = keyof typeof bodies
export const bodyNames = Object.keys(bodies) as Body[]
/** Who hands in lists; a person speaks for himself elsewhere. */
export const listBodies = ['firm', 'community', 'cyberspace', 'transport', 'market', 'post'] as const

/** What is kept of one worker, and what each is called. */
export const fieldNames = {
  name: '姓名',
  phone: '电话',
  trade: '行业',
  firm: '单位',
  grid: '网格',
  vehicle: '车辆',
  plate: '车牌',
  partyMember: '党员',
} as const
export type FieldName = keyof typeof fieldNames
export const fieldOrder = Object.keys(fieldNames) as FieldName[]
/** 党员: read on one person's page by the desk, never in a list. */
export const isSensitive = (field: FieldName): boolean => field === 'partyMember'

/** Why a claim is not what the roster shows: decided against, or still to be decided. */
export const asides = ['no', 'later'] as const

/** 出处: what one body said of one field, in which file and row, or who wrote it, and when. */
export const Claim = z.object({
  value: z.string(),
  body: z.enum(bodyNames),
  /** 哪一家: the firm or office in words. */
  whose: z.optional(z.string()),
  file: z.optional(z.string()),
  row: z.optional(z.number()),
  /** Who wrote it by hand. */
  by: z.optional(z.string()),
  at: Moment,
  aside: z.optional(z.enum(asides)),
})
export type Claim = z.infer<typeof Claim>
export type Claims = Partial<Record<FieldName, readonly Claim[]>>

/** Of one body, what it said last. */
export const latestOf = (claims: readonly Claim[] | undefined, body: Body): Claim | undefined =>
  claims?.filter(claim => claim.body === body).at(-1)

/** What stands: the person himself before everybody, else what was said last and not decided against. */
export function standing(claims: readonly Claim[] | undefined): Claim | undefined {
  return latestOf(claims, 'self') ?? claims?.filter(claim => claim.aside === undefined).at(-1)
}

/** What others say that differs from what stands, of each body its last word. */
export function differing(claims: readonly Claim[] | undefined): Claim[] {
  const shown = standing(claims)?.value
  return bodyNames
    .flatMap(body => latestOf(claims, body) ?? [])
    .filter(({ value, aside }) => value !== shown && aside !== 'no')
}

/** The person as the roster shows him: every field that stands. */
export function shownOf(claims: Claims): Partial<Record<FieldName, string>> {
  const pairs = fieldOrder.flatMap(field => {
    const value = standing(claims[field])?.value
    return value === undefined ? [] : [[field, value] as const]
  })
  return Object.fromEntries(pairs)
}

/** `企业（美团黔城站）· 名单.xlsx 第 12 行`, or who wrote it. */
export function sourceWords({ body, whose, file, row, by }: Claim): string {
  const who = `${bodies[body]}${whose ? `（${whose}）` : ''}`
  const where = file ? ` · ${file}${row === undefined ? '' : ` 第 ${row} 行`}` : ''
  return `${who}${where}${by && body !== 'self' ? ` · ${by}写的` : ''}`
}
