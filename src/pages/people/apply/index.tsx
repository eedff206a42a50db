import { holds } from '@domain/role'
import { go, paths, useCommunity, useMe, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { ApplyForm } from './ApplyForm'

/** 报名: a rider says who he is; the community sees him, or asks his firm, before he sees any errand. */
export default function PeopleApply() {
  const me = useMe()
  const now = useNow()
  const { id, loading, failure, reload } = useCommunity()
  const waiting = me.application?.state === 'waiting'
  if (id === undefined) {
    return (
      <Screen>
        {loading && <Loading />}
        {failure && <Failed onRetry={reload}>{failure.sentence}</Failed>}
        {!loading && !failure && (
          <Empty icon="map-pin" foot={<Button onTap={() => go(paths.peopleCommunity())}>选社区</Button>}>
            先选一选您常跑的社区
          </Empty>
        )}
      </Screen>
    )
  }
  const call = <CallCommunity communityId={id} />
  if (waiting || holds(me, 'rider', now)) {
    return (
      <Screen>
        <Empty
          icon={waiting ? 'hourglass' : 'circle-check'}
          foot={
            <>
              {call}
              <GoHome />
            </>
          }
        >
          {waiting
            ? '已报名，等社区确认。社区会见见您，或问问您公司。确认以后，首页就能接单。'
            : '您已经是这里的师傅了，有事社区会请您帮忙。'}
        </Empty>
      </Screen>
    )
  }
  return <ApplyForm communityId={id} refused={me.application !== undefined} foot={call} />
}
