import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { standing } from '@domain/errand/standing'
import { recurring } from '@domain/recurring'
import { daysShown, makesAt, windowOn, type Rhythm } from '@domain/recurring/calendar'
import { dayWords } from '@domain/recurring/day'
import type { Recurring } from '@domain/recurring/record'
import { dayOf } from '@domain/time'
import { go, paths, useAction, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Screenful } from '@/components/Screenful'

const shownDays = 14

/** The next two weeks: what is asked for already opens, what is not can be left out and wanted after all. */
export function Calendar({ rule, rhythm }: { rule: Recurring; rhythm: Rhythm }) {
  const { id, householdId } = rule
  const now = useNow()
  const skip = useAction(recurring.skip)
  const unskip = useAction(recurring.unskip)
  const { data } = useQuery(errand.history, householdId ? { householdId } : null)
  const today = dayOf(now)
  const days = daysShown(rhythm, today, shownDays).filter(on => windowOn(rhythm, on).from > now || rule.madeOn === on)
  const madeOn = (on: string) => data?.rows.find(row => row.recurringId === id && row.on === on)
  const row = (on: string) => {
    const made = madeOn(on)
    const isDone = rule.madeOn !== undefined && on <= rule.madeOn
    const isOut = rhythm.skips.includes(on)
    const line = made
      ? standing(made, 'family', now).words
      : isOut
        ? '这天不要'
        : isDone
          ? '已经点好了'
          : makesAt(on) <= now
            ? '马上就点'
            : '前一天下午点好'
    return (
      <View key={on} className={isOut ? 'recurring__day recurring__day--out' : 'recurring__day'}>
        <View className="recurring__day-words">
          <View className="recurring__day-name">{dayWords(on)}</View>
          <View className="recurring__day-line">{line}</View>
        </View>
        {made && (
          <Button
            look="quiet"
            inline
            ariaLabel={`${dayWords(on)}，看这一单`}
            onTap={() => go(paths.errandOne({ id: made.id }))}
          >
            看这一单
          </Button>
        )}
        {!made && !isDone && (
          <Button
            look="quiet"
            inline
            ariaLabel={`${dayWords(on)}，${isOut ? '还是要' : '这天不要'}`}
            onTap={() => (isOut ? unskip : skip).run({ id, on })}
          >
            {isOut ? '还是要' : '这天不要'}
          </Button>
        )}
      </View>
    )
  }
  return (
    <View className="recurring__list">
      {days.length === 0 && <Empty icon="calendar">两周里没有要点的</Empty>}
      <Screenful rows={days}>{shown => shown.map(row)}</Screenful>
      <FailureLine failure={skip.failure ?? unskip.failure} />
    </View>
  )
}
