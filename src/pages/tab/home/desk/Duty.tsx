import { View } from '@tarojs/components'
import { phrase } from '@domain/line'
import { people } from '@domain/people'
import { beijing, clockOf, dayOf, dayWord } from '@domain/time'
import { askedFor } from '@domain/template'
import { askToTell, go, paths, useAction, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Stopped } from './Stopped'

interface Props {
  communityId: string
  /** `等派 3 · 卡住 1 · …`; absent while the board is being fetched. */
  tally?: string
}

/** Whole hours until the desk's day ends at 20:00; in the evening, until it begins again at 8:00. */
function hoursLeft(now: number): number {
  const hour = beijing(now).hour()
  const left = hour >= 8 && hour < 20 ? 20 - hour : (32 - hour) % 24
  return Math.min(12, Math.max(1, left))
}

/** 今天值班：我: whose phone is behind 打电话给社区 now, and the day in numbers. */
export function Duty({ communityId, tally }: Props) {
  const me = useMe()
  const now = useNow()
  const community = useQuery(people.community, { id: communityId })
  const take = useAction(people.takeDuty)
  const told = community.data?.onDuty
  const onDuty = told && told.until > now ? told : undefined
  const standIn = onDuty?.standIn
  const mine = onDuty !== undefined && onDuty.personId === me.id
  const day = onDuty && dayOf(onDuty.until) !== dayOf(now) ? dayWord(onDuty.until, now) : ''
  const who = onDuty
    ? `今天值班：${mine ? '我' : onDuty.name}，${phrase(`到${day} ${clockOf(onDuty.until)}`)}${standIn ? `，${phrase(`替班 ${standIn}`)}` : ''}`
    : '现在没有人值班'
  const takeDuty = () => {
    void askToTell(askedFor.duty)
    return take.run({ communityId, hours: hoursLeft(now) })
  }
  const handOver = () =>
    onDuty?.standInId === undefined
      ? go(paths.membershipDuty())
      : take.run({ communityId, hours: hoursLeft(now), personId: onDuty.standInId })
  return (
    <View className="desk-duty">
      <View className="desk-duty__row">
        {community.data && <View className="desk-duty__who">{who}</View>}
        {community.data && !mine && (
          <Button look="quiet" inline busy={take.busy} onTap={takeDuty}>
            我来值班
          </Button>
        )}
        {mine && (
          <Button look="quiet" inline busy={take.busy} onTap={handOver}>
            {standIn ? `交给${standIn}` : '交班'}
          </Button>
        )}
      </View>
      {tally && <View className="desk-duty__tally">{tally}</View>}
      {community.data && <Stopped communityId={communityId} stop={community.data.stop} />}
      <FailureLine failure={take.failure ?? community.failure} />
    </View>
  )
}
