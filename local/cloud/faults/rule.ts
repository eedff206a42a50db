import * as z from '../../../domain/zod'

const times = z.int().check(z.gte(1))

const which = {
  /** The function, and the `verb` of its event, that asks or is called; any when absent. */
  fn: z.optional(z.string()),
  verb: z.optional(z.string()),
  /** Only this one of those that match, counted from 1 since the rule was added; every one when absent. */
  nth: z.optional(times),
}

/** What can befall a request or a call. */
const harm = [
  /** It waits this long on the product's clock, or until `release`. */
  z.strictObject({ kind: z.literal('delay'), ms: z.number().check(z.gte(0)) }),
  z.strictObject({ kind: z.literal('hold') }),
  /** It is not done, and the answer is this code of the protocol. */
  z.strictObject({ kind: z.literal('error'), code: z.string(), message: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('conflict') }),
  /** It is done, and the answer is lost. */
  z.strictObject({ kind: z.literal('unanswered') }),
  /** It is done twice at once, and the answer is the second one's. */
  z.strictObject({ kind: z.literal('twice') }),
] as const

/** The instance that asks dies, before the cloud has done what it asked or after. */
const kill = z.strictObject({ kind: z.literal('kill'), when: z.enum(['before', 'after']) })

/** 故障规则: what shall go wrong, and where. A request is one that an SDK makes of the cloud, a call is one of a function. */
export const FaultRule = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('request'),
    ...which,
    /** `database.modifyDocument`, `wx.openApi` … */
    action: z.optional(z.string()),
    collection: z.optional(z.string()),
    fault: z.discriminatedUnion('kind', [...harm, kill]),
  }),
  z.strictObject({ on: z.literal('call'), ...which, fault: z.discriminatedUnion('kind', harm) }),
])
export type FaultRule = z.infer<typeof FaultRule>
export type Fault = FaultRule['fault']

/** Where something happens that a fault could strike. */
export interface Place {
  on: FaultRule['on']
  fn?: string | undefined
  verb?: string | undefined
  action?: string
  collection?: string | undefined
}

const fields = ['on', 'fn', 'verb', 'action', 'collection'] as const

/** True when a rule means this place: what it does not say, it leaves open. */
export function means(rule: FaultRule, place: Place): boolean {
  const said: Place = rule
  return fields.every(field => said[field] === undefined || said[field] === place[field])
}

/** How a rule is named in GET /stats: `unanswered errand.accept database.modifyDocument errands`. */
export function nameOf(rule: FaultRule): string {
  const said: Place = rule
  const operation = [said.fn, said.verb].filter(Boolean).join('.')
  return [rule.fault.kind, operation || `any ${rule.on}`, said.action, said.collection].filter(Boolean).join(' ')
}
