import { kinds, type Kind } from '@domain/errand/record'
import { isKeyOf } from '@domain/key'
import { substituteWords as say } from '@domain/household/substituting'
import { toPerson } from '@domain/notice'
import { dayName, rhythmWords } from '@domain/recurring/day'
import { stops } from '@domain/recurring/record'
import { dayOf, dayStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { beside } from '../kernel/asking'
import { isFamilyIn } from '../kernel/guard'
import { households } from '../kernel/households'
import type { SubstituteDocument } from '../kernel/substitutes'
import { acceptedFrom } from './asked'
import { recurrings, type RuleDocument } from './stores'

/** 每周一三五的送饭. */
const ruleWords = ({ weekdays, kind }: { weekdays?: number[] | undefined; kind?: Kind | undefined }): string =>
  `${rhythmWords(weekdays)}的${(kinds[kind ?? 'other'] ?? kinds.other).name}`

/** Why the clock stopped a rule, as its line says it. */
const whyWords = (why: string | undefined): string => (why && isKeyOf(stops, why) ? `：${stops[why]}` : '')

/** 消息 of what comes again and again: rules that the clock stopped, and who stands in on which day. */
export async function regularNews(
  rules: readonly RuleDocument[],
  days: readonly SubstituteDocument[],
  parted: readonly string[],
  actor: Actor,
) {
  const kinOf = (row: { householdId?: string | undefined }) =>
    isFamilyIn(actor, { ...row })
      ? actor.me.households.find(({ id }) => id === row.householdId && !parted.includes(id))
      : undefined
  const stopped = rules.flatMap(rule => {
    const kin = kinOf(rule)
    const lines = (rule.timeline ?? []).filter(({ verb }) => kin && verb === 'stop')
    const sentence = (why: string | undefined) => `${kin?.calls ?? ''}${ruleWords(rule)}停了${whyWords(why)}`
    return lines.map(({ why, at }) => ({
      id: rule._id,
      householdId: kin?.id,
      say: 'stop',
      sentence: sentence(why),
      at,
    }))
  })
  const replaced = days.filter(row => row.riderId !== actor.id && row.inboxOf.includes(toPerson(actor.id)))
  const accepted = await acceptedIn(replaced, actor)
  const stoodIn = days.flatMap(row => {
    const kin = kinOf(row)
    const { riderName: who, regularRider = '常来的师傅', on, touchedAt: at, state } = row
    const told = (sentence: string) => [
      { id: row._id, ...(kin && { householdId: kin.id }), say: 'substitute', sentence, at },
    ]
    const day = dayName(on)
    if (state === 'ended') return told(say.ended(who, day))
    if (row.riderId === actor.id) return told(say.substitute(regularRider, day, '老人'))
    if (replaced.includes(row)) {
      const keeps = accepted.some(({ householdId, when }) => householdId === row.householdId && isOn(on, when))
      return told(keeps ? say.kept(who, day) : say.regular(who, day, '老人'))
    }
    return kin ? told(say.family(who, day)) : []
  })
  return [...stopped, ...stoodIn]
}

/** What he has accepted himself on days on which another was named; nothing is asked where there is no such day. */
async function acceptedIn(replaced: readonly { householdId: string; endsAt: number }[], { id, now }: Actor) {
  const homes = replaced.filter(({ endsAt }) => endsAt > now).map(({ householdId }) => householdId)
  const found = homes.length > 0 ? await acceptedFrom([...new Set(homes)], dayStart(now)) : []
  return found.filter(({ riderId }) => riderId === id)
}

const isOn = (on: string, when: { from: number } | undefined): boolean => when !== undefined && dayOf(when.from) === on

/** What 要打的电话 asks of the rules, each with the household it is for. */
export const askedRuleCalls = (open: object) =>
  beside(recurrings.asked(open, { omit: ['outbox'] }), 'home', households.asked({}, { limit: 1, only: ['elder'] }), [
    ['householdId', '_id'],
  ])

/** 要打的电话: rules that the clock stopped; the desk asks the household whether it should go on. */
export function ruleCalls(found: readonly (RuleDocument & { home: { elder: string }[] })[]) {
  return found.map(rule => {
    const { _id: id, householdId = '', stopped, touchedAt: at, call, home } = rule
    const elder = home[0]?.elder ?? '老人家'
    const sentence = `${ruleWords(rule)}停了${whyWords(stopped)}，问问还要不要`
    return { id, householdId, elder, sentence, at, ...(call?.noAnswer && { noAnswer: true }) }
  })
}
