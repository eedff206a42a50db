import { errand } from '@domain/errand'
import { useCommunity, useNow, useParams, useQuery } from '@/client'
import { useInHandBefore } from '@/client/in-hand'
import { plainCard } from '@/client/plain-card'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { AsOf } from '../AsOf'
import { CallCommunity } from '../CallCommunity'
import { errandShare } from '../card/card'
import { OneErrand } from './OneErrand'
import './index.scss'

/** 这一单: everything its reader may know of it, and everything he may do about it. */
export default function ErrandOne() {
  const { id = '' } = useParams()
  const own = useCommunity()
  const { data, failure, reload } = useQuery(errand.one, id ? { id } : null)
  const now = useNow()
  // In a basement the app may have been opened anew: what its rider carries is at hand.
  const before = useInHandBefore(data, failure)
  const known = data ?? before?.rows.find(one => one.id === id)
  useShare(known ? errandShare(known, now) : plainCard)
  const call = <CallCommunity communityId={known?.communityId ?? own.id} />
  return (
    <Screen
      bar={call}
      notice={known && (before ? <AsOf at={before.at} /> : failure && <Notice tone="stuck">{failure.sentence}</Notice>)}
    >
      {!id && <Empty foot={<GoHome />}>没找到这一单，可能已经取消了</Empty>}
      {id && !known && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {known && <OneErrand errand={known} />}
    </Screen>
  )
}
