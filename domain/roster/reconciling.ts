import { Id, Moment } from '../operation'
import * as z from '../zod'
import { bodies, fieldOrder, latestOf, listBodies, type Body, type Claims, type FieldName } from './claim'

/** What two sources differ in: a person only one has, or a field they say differently. */
export const gaps = { onlyLeft: '只有左边有', onlyRight: '只有右边有', field: '写的不一样' } as const
export type Gap = keyof typeof gaps

/** 定一定: whose word stands; or he is here all the same, or he has left. */
export const choices = ['left', 'right', 'here', 'gone'] as const
export type Choice = (typeof choices)[number]
export const choicesFor = (gap: Gap): readonly Choice[] => (gap === 'field' ? ['left', 'right'] : ['here', 'gone'])

/** `企业>社区`: the first has him, the second has not, and the desk has said that this is right. */
export const agreed = (has: Body, lacks: Body): string => `${has}>${lacks}`

export interface Found {
  gap: Gap
  field?: FieldName
  left?: string
  right?: string
}

/** What two bodies differ in about one person; what was decided before is no difference any more. */
export function gapsOf(claims: Claims, known: readonly string[], left: Body, right: Body): Found[] {
  const says = (body: Body) => fieldOrder.some(field => latestOf(claims[field], body))
  if (!says(left) && !says(right)) return []
  if (!says(right)) return known.includes(agreed(left, right)) ? [] : [{ gap: 'onlyLeft' }]
  if (!says(left)) return known.includes(agreed(right, left)) ? [] : [{ gap: 'onlyRight' }]
  return fieldOrder.flatMap(field => {
    const [one, other] = [latestOf(claims[field], left), latestOf(claims[field], right)]
    if (!one || !other || one.value === other.value || one.aside === 'no' || other.aside === 'no') return []
    return [{ gap: 'field' as const, field, left: one.value, right: other.value }]
  })
}

const body = z.enum(listBodies)
const field = z.enum(fieldOrder)

/** 一次对账: whose lists, how many differences there were and are, and who signed it when. */
export const Reconciliation = z.object({
  id: Id,
  state: z.enum(['open', 'signed']),
  left: body,
  right: body,
  /** Only the people of this firm. */
  firm: z.string(),
  found: z.number(),
  open: z.number(),
  by: z.string(),
  at: Moment,
  signedBy: z.optional(z.string()),
  signedAt: z.optional(Moment),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** One difference; phones are masked and 党员 is not written out: it is a list. */
export const DifferenceLine = z.object({
  id: Id,
  workerId: Id,
  name: z.string(),
  firm: z.string(),
  gap: z.enum(['onlyLeft', 'onlyRight', 'field']),
  field: z.optional(field),
  left: z.string(),
  right: z.string(),
  choice: z.optional(z.enum(choices)),
  by: z.optional(z.string()),
  at: z.optional(Moment),
})
export type DifferenceLine = z.infer<typeof DifferenceLine>

/** 企业 and 社区, as a title says it. */
export const pairWords = ({ left, right }: { left: Body; right: Body }): string => `${bodies[left]} 和 ${bodies[right]}`
