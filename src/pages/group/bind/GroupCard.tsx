import { View } from '@tarojs/components'
import { useState } from 'react'
import { group as groups, type BoundGroup } from '@domain/group'
import { clockOf, dayWord } from '@domain/time'
import { paths, useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Tag } from '@/components/Tag'
import { wechat } from '@/wechat'

interface Props {
  group: BoundGroup
  communityId: string
}

/** One group: known by now, or made known by a card that whoever asked for it taps inside the group. */
export function GroupCard({ group, communityId }: Props) {
  const now = useNow()
  const invite = useAction(groups.invite)
  const release = useAction(groups.release)
  const [card, setCard] = useState<{ invite: string; until: number }>()
  const { id: groupId, name, boundAt, boundBy } = group
  const isBound = boundAt !== undefined
  const isGood = card !== undefined && card.until > now
  const make = async () => setCard(await invite.run({ communityId, groupId }))
  const share = () => {
    if (!card) return undefined
    const path = paths.groupEnter({ c: communityId, invite: card.invite })
    return wechat.share({ title: `${name} · 点一下，进社区`, path, kind: 'home' })
  }
  return (
    <Card>
      <View className="group-name">{name}</View>
      <Tag tone={isBound ? 'done' : 'waiting'}>
        {isBound ? `认过了 · ${dayWord(boundAt, now)} ${boundBy ?? ''}` : '还没认'}
      </Tag>
      {!isGood && (
        <Button look="quiet" busy={invite.busy} onTap={make}>
          {isBound ? '再做一张进群卡片' : '做一张认群卡片'}
        </Button>
      )}
      {isGood && (
        <View className="group-line">{`发到这个群，您自己在群里点开它，就认好了。${clockOf(card.until)} 前有效`}</View>
      )}
      {isGood && (
        <Button icon="share-2" openType="share" onTap={share}>
          发到这个群
        </Button>
      )}
      {isBound && (
        <Button look="text" busy={release.busy} onTap={() => release.run({ communityId, groupId })}>
          认错了，不要这个群
        </Button>
      )}
      {(invite.failure ?? release.failure) && (
        <Notice tone="stuck">{(invite.failure ?? release.failure)?.sentence ?? ''}</Notice>
      )}
    </Card>
  )
}
