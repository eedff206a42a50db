import { fieldOrder, latestOf, standing, type Claim, type Claims } from './claim'
import type { Values } from './sorting'

/** 定一定: keep ours, take theirs, they are two people, or both stay until 对账. */
export const decisions = {
  ours: '留底数的',
  theirs: '用表里的',
  apart: '不是同一个人',
  later: '先记下，对账再定',
} as const
export type Decision = keyof typeof decisions
export const decisionNames = Object.keys(decisions) as Decision[]

/** Where values come from, and when. */
export type Source = Pick<Claim, 'body' | 'whose' | 'file' | 'row' | 'by' | 'at'>

/** Of each field, so much history is kept. */
const mostClaims = 20

/**
 * The claims with those of one more row: what differs is shown, put aside or left open as decided. What the body said last is not said
 * twice, so that nothing changes when a list comes again.
 */
export function merged(claims: Claims, values: Values, source: Source, decision: Decision = 'theirs'): Claims {
  const pairs = fieldOrder.flatMap(field => {
    const before = claims[field] ?? []
    const value = values[field]
    if (!value || latestOf(before, source.body)?.value === value) return before.length > 0 ? [[field, before]] : []
    const ours = standing(before)?.value
    const differs = ours !== undefined && ours !== value
    if (!differs) return [[field, [...before, { ...source, value }].slice(-mostClaims)]]
    const aside = decision === 'ours' ? ('no' as const) : decision === 'later' ? ('later' as const) : undefined
    const others = aside === undefined ? against(before, value) : before
    return [[field, [...others, { ...source, value, ...(aside && { aside }) }].slice(-mostClaims)]]
  })
  return Object.fromEntries(pairs)
}

/** 定下来: every other value is decided against, but for what the person says himself. */
export function against(claims: readonly Claim[], value: string): Claim[] {
  return claims.map(claim => {
    const { aside: _aside, ...bare } = claim
    if (claim.value === value) return bare
    return claim.body === 'self' ? claim : { ...bare, aside: 'no' }
  })
}
