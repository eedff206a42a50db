import { phrase } from '@domain/line'
import { people, type Community } from '@domain/people'
import { clockOf, dayWord } from '@domain/time'
import { useNow, useQuery } from '@/client'
import { CallButton } from '@/components/CallButton'
import { wechat } from '@/wechat'

/** 打电话给社区, with who answers and till when. Nothing is drawn where the number is not known yet. */
export function CallCommunity({ communityId }: { communityId: string | undefined }) {
  const { data } = useQuery(people.community, communityId ? { id: communityId } : null)
  const now = useNow()
  return data ? (
    <CallButton number={data.phone} hint={dutyWords(data, now)} onCall={number => void wechat.phoneCall(number)} />
  ) : null
}

/** 今天李书记值班，到 18:00; by night the call is put through to whoever is. */
export function dutyWords({ onDuty }: Community, now: number): string {
  if (!onDuty || onDuty.until <= now) return '夜里转值班'
  const day = dayWord(onDuty.until, now)
  return `现在有人接：${onDuty.name}，${phrase(`到${day === '今天' ? '' : day} ${clockOf(onDuty.until)}`)}`
}
