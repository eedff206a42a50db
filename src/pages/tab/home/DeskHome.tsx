import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { go, paths, useCommunity, useNow, useQuery } from '@/client'
import { useErrandActions } from '@/client/use-errand-actions'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { FailureLine } from '@/components/ErrandActions'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Slot } from '@/components/Slot'
import { Accounts } from './desk/Accounts'
import { boardOf, tallyWords } from './desk/board'
import { Calls } from './desk/Calls'
import { Cares } from './desk/Cares'
import { Doubts } from './desk/Doubts'
import { Duty } from './desk/Duty'
import { Forwards } from './desk/Forwards'
import { Newcomers } from './desk/Newcomers'
import { FoldedLists, PhoneDesk } from './desk/PhoneDesk'
import { useWide } from './desk/wide'
import { WideDesk } from './desk/WideDesk'
import './desk-home.scss'

/** 书记台: the first screen of whoever dispatches. */
export function DeskHome() {
  const { id } = useCommunity()
  return id === undefined ? <Loading /> : <Desk key={id} communityId={id} />
}

const open = (id: string) => void go(paths.errandOne({ id }))

function Desk({ communityId }: { communityId: string }) {
  const now = useNow()
  const wide = useWide()
  const acting = useErrandActions()
  const { data, failure, loading, reload } = useQuery(errand.board, { communityId })
  const riders = useQuery(errand.riders, data ? { communityId } : null)
  const board = data && boardOf(data.rows, now)
  const hands = { acting, riders: riders.data?.rows }
  // Its card has left the lists that show their own failures: somebody else was first.
  const overtaken = board && ![...board.stuck, ...board.waiting].some(one => one.id === acting.aboutId)
  const nothingToDispatch = board !== undefined && board.stuck.length + board.waiting.length === 0

  return (
    <View className="desk">
      <Duty communityId={communityId} tally={board && tallyWords(board)} />
      <Slot>{data && <Cares communityId={communityId} />}</Slot>
      <Slot>
        {overtaken && !wide && <FailureLine failure={acting.failure} />}
        {loading && <Loading />}
        {failure && (data ? <FailureLine failure={failure} /> : <Failed onRetry={reload}>{failure.sentence}</Failed>)}
        {data?.unreadable ? <Notice>{`有 ${data.unreadable} 条要更新小程序才看得懂`}</Notice> : null}
        {board && (wide ? <WideDesk {...hands} board={board} /> : <PhoneDesk {...hands} board={board} onOpen={open} />)}
        {riders.failure && <FailureLine failure={riders.failure} />}
      </Slot>
      <View className={wide ? 'desk-panels desk-panels--wide' : 'desk-panels'}>
        <Slot>{data && <Calls communityId={communityId} />}</Slot>
        <Slot>{data && <Accounts communityId={communityId} />}</Slot>
        <Slot>{data && <Doubts communityId={communityId} />}</Slot>
        <Slot>
          {data && (
            <Newcomers communityId={communityId} unverified={data.rows.filter(one => one.newcomer)} onOpen={open} />
          )}
        </Slot>
        <Slot>{data && <Forwards communityId={communityId} />}</Slot>
        <Slot>
          {board && !wide && <FoldedLists board={board} now={now} onOpen={open} />}
          {board && wide && (
            <FoldedLists board={{ ...board, offered: [], going: [], returned: [] }} now={now} onOpen={open} />
          )}
        </Slot>
        <HomeEntry icon="users" title="师傅" onOpen={() => void go(paths.riderApplicants())} />
        <HomeEntry icon="umbrella" title="天气和时间" onOpen={() => void go(paths.errandPace())} />
        <HomeEntry icon="book-open" title="写一课" onOpen={() => void go(paths.studyWrite())} />
        <HomeEntry icon="users" title="同事和值班" onOpen={() => void go(paths.membershipColleagues())} />
        <HomeEntry icon="message-circle" title="社区的微信群" onOpen={() => void go(paths.groupBind())} />
        <HomeEntry icon="house" title="住户" onOpen={() => void go(paths.householdList())} />
        <HomeEntry icon="users" title="底数" onOpen={() => void go(paths.rosterList())} />
      </View>
      <View className="desk-foot">
        <Button
          look={nothingToDispatch ? 'primary' : 'quiet'}
          icon="phone"
          onTap={() => go(paths.errandAsk({ byPhone: true }))}
        >
          接到电话，记一单
        </Button>
      </View>
    </View>
  )
}
