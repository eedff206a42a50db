import { group } from '@domain/group'
import { may } from '@domain/operation'
import { goTab, paths, useCommunity, useMe, useQuery } from '@/client'
import { plainCard } from '@/client/plain-card'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { useShare } from '@/wechat/use-share'
import { CodeToRead } from './CodeToRead'
import { GroupCard } from './GroupCard'
import '../group.scss'

/** 社区的微信群: the desk shows which group is which, and reads out a code to whoever WeChat cannot vouch for. */
export default function GroupBind() {
  const { id } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(group.list, me, { communityId: id })
  const { data, failure, reload } = useQuery(group.list, isDesk ? { communityId: id } : null)
  // WeChat's own 转发 needs a card before a group has offered its own.
  useShare(plainCard)
  if (!isDesk)
    return (
      <Screen>
        <Empty
          icon="users"
          foot={
            <Button look="quiet" onTap={() => goTab(paths.tabHome())}>
              回首页
            </Button>
          }
        >
          社区的群由书记台来认
        </Empty>
      </Screen>
    )
  return (
    <Screen>
      <Section title="认群">
        {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
        {data?.rows.length === 0 && <Empty icon="users">社区还没有登记微信群</Empty>}
        {data?.rows.map(one => (
          <GroupCard key={one.id} group={one} communityId={id} />
        ))}
      </Section>
      <CodeToRead communityId={id} />
    </Screen>
  )
}
