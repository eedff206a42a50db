import { riderRole, rolesIn } from '@domain/role'
import { rider } from '@domain/rider'
import { go, paths, useCommunity, useDraft, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { emptyForm, formFrom, formOf } from '../form'
import { ApplySteps } from './ApplySteps'

/** 报名: a rider says who he is; the community sees him, or asks his firm, before he sees any errand. */
export default function RiderApply() {
  const me = useMe()
  const now = useNow()
  const { id, loading, failure, reload } = useCommunity()
  const [draft, keep, clear] = useDraft('rider.apply', emptyForm)
  const { state, why } = me.application ?? {}
  const waiting = state === 'waiting'
  const isBack = state === 'refused' || state === 'ended'
  const sent = useQuery(rider.mine, isBack ? {} : null).data?.application
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
  if (waiting || rolesIn(me, id, now).includes(riderRole)) {
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
  // What he has begun anew goes before what he sent last time.
  const form = formFrom(sent && draft === emptyForm ? formOf(sent) : draft, id)
  const said = state === 'ended' ? '社区请您停了' : '上次报名社区退回了'
  return (
    <ApplySteps
      form={form}
      onForm={keep}
      onDone={clear}
      notice={
        isBack && <Notice tone="waiting">{`${said}${why ? `：${why}` : ''}。改一改再报，或者打电话问一问`}</Notice>
      }
      foot={call}
    />
  )
}
