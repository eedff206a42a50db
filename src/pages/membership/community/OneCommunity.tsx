import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '@domain/membership'
import { may } from '@domain/operation'
import { go, paths, useAction, useCommunity, useMe, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { OfOffice } from '../OfOffice'
import { ByItself } from './ByItself'
import { draftOf } from './draft'
import { Helping } from './Helping'
import { SettingsForm } from './SettingsForm'

/** One community: who is at its desk, whom to invite, and what it is made of. */
export function OneCommunity({ id }: { id: string }) {
  const me = useMe()
  const own = useCommunity()
  const here = { communityId: id }
  const isOffice = may(membership.community, me, here)
  const { data, failure, reload } = useQuery(membership.community, isOffice ? here : null)
  const change = useAction(membership.changeCommunity)
  const [saved, setSaved] = useState(false)
  if (!isOffice) return <OfOffice>社区由书记台和街道来管</OfOffice>
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return (
    <View className="membership">
      <View className="membership-title">{data.name}</View>
      <Button icon="plus" onTap={() => go(paths.membershipInvite({ c: id }))}>
        请人来
      </Button>
      <HomeEntry
        icon="users"
        title="书记台和同事"
        line="谁在，还没人用的邀请"
        onOpen={() => void go(paths.membershipColleagues({ c: id }))}
      />
      {own.id !== id && (
        <Button look="quiet" onTap={() => own.choose(id)}>
          首页就看这个社区
        </Button>
      )}
      {may(membership.letHelp, me, here) && <Helping communityId={id} rev={data.rev} helps={data.helps} />}
      {may(membership.automate, me, here) && <ByItself communityId={id} rev={data.rev} auto={data.auto === true} />}
      {saved && <Notice tone="done">记好了</Notice>}
      <Fold title="小区、网格和微信群">
        <SettingsForm
          key={data.rev}
          first={draftOf(data)}
          done="记下来"
          busy={change.busy}
          failure={change.failure}
          onDone={async settings =>
            setSaved((await change.run({ communityId: id, rev: data.rev, ...settings })) !== undefined)
          }
        />
      </Fold>
    </View>
  )
}
