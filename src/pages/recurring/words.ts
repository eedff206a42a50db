import { kinds, type Kind } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { isKeyOf } from '@domain/key'
import { comingOn, windowOn, type Rhythm } from '@domain/recurring/calendar'
import { dayWords, rhythmWords } from '@domain/recurring/day'
import { rhythmOf, stops, type Recurring } from '@domain/recurring/record'
import type { Me } from '@domain/role'
import type { Card } from '@/components/ListCard'

const kindOf = ({ kind }: Recurring): Kind => kind ?? 'other'

/** 每周一三五 10:30-11:00; single days are counted. */
export function whenWords({ weekdays, dates, from, until }: Rhythm): string {
  const single = dates.length > 0 ? `${dates.length} 天` : ''
  const days =
    weekdays.length === 0 ? single : [rhythmWords(weekdays), single && `另外 ${single}`].filter(Boolean).join('，')
  return `${days} ${from}-${until}`
}

/** 爸爸的午饭 to a relative, 送饭 to the desk; of one that is kept, its name. */
export function titleOfRule(rule: Recurring, me: Me): string {
  const kin = me.households.find(({ id }) => id === rule.householdId)
  if (rule.name) return rule.name
  if (!kin) return kinds[kindOf(rule)].name
  const rhythm = rhythmOf(rule)
  const when = rhythm && windowOn(rhythm, rhythm.fromOn)
  return titleOf({ ...rule, calls: kin.calls || kin.elder, ...(when && { when }) }, 'family')
}

/** How it stands: when it comes next, or why it rests. */
export function standingOf(rule: Recurring, now: number): Pick<Card, 'standing' | 'tone'> {
  const rhythm = rhythmOf(rule)
  if (rule.state === 'paused') {
    const why = rule.stopped && isKeyOf(stops, rule.stopped) ? `：${stops[rule.stopped]}` : ''
    return why ? { standing: `停了${why}`, tone: 'stuck' } : { standing: '先停着', tone: 'waiting' }
  }
  if (rule.state !== 'going' || !rhythm) return { standing: '已经不要了', tone: 'plain' }
  const next = comingOn(rhythm, undefined, now)
  return next ? { standing: `下一次 ${dayWords(next)}`, tone: 'going' } : { standing: '都点完了', tone: 'done' }
}

/** A rule in a list. */
export function ruleCard(rule: Recurring, me: Me, now: number): Card {
  const rhythm = rhythmOf(rule)
  const lines = [rhythm ? whenWords(rhythm) : '', rule.what ?? '']
  return {
    id: rule.id,
    icon: kinds[kindOf(rule)].icon,
    title: titleOfRule(rule, me),
    lines: lines.filter(line => line !== ''),
    ...standingOf(rule, now),
  }
}
