import { errand } from '@domain/errand'
import { useQuery } from '@/client'
import { useInHand } from '@/client/in-hand'
import { useErrandActions } from '@/client/use-errand-actions'
import { asItWillBe } from '@/client/outbox/tap'
import { useOutbox } from '@/client/outbox/use-outbox'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { AsOf } from '../../../errand/AsOf'
import { Kept } from '../../../errand/Kept'
import { handsOf } from './hands'
import { HandsLists } from './HandsLists'
import { NothingNow } from './NothingNow'

/** 手上的, 社区请您帮忙 and 谁顺路, in one question. */
export function RiderErrands({ communityId }: { communityId: string }) {
  const acting = useErrandActions()
  const { data, failure, loading, reload } = useQuery(errand.offers, {})
  const { taps } = useOutbox()
  const before = useInHand(data?.rows, failure)
  if (loading && !before) return <Loading />
  const rows = data?.rows ?? before?.rows
  if (!rows)
    return (
      <>
        <Kept />
        {failure && <Failed onRetry={reload}>{failure.sentence}</Failed>}
      </>
    )
  const hands = handsOf(
    rows.map(one => asItWillBe(one, taps)),
    acting.me,
    acting.now,
  )
  const drawn = [...hands.inHand, ...hands.ahead, ...hands.standingBy, ...hands.owed, ...hands.asked, ...hands.pool]
  // Who lost the race has no card left that could say so.
  const lost = !drawn.some(one => one.id === acting.aboutId)
  return (
    <>
      <Kept />
      {before && <AsOf at={before.at} />}
      <FailureLine failure={(before ? undefined : failure) ?? (lost ? acting.failure : undefined)} />
      {data?.unreadable ? <Notice>{`有 ${data.unreadable} 条要更新小程序才看得懂`}</Notice> : null}
      <HandsLists hands={hands} acting={acting} />
      {data && drawn.length === 0 && <NothingNow communityId={communityId} />}
    </>
  )
}
