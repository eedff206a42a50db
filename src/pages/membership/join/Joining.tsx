import { View } from '@tarojs/components'
import { useState } from 'react'
import { lacking, ticked, type Matter } from '@domain/consent'
import { joinNeeds, membership, whatWords, type Invited } from '@domain/membership'
import { keepsName } from '@domain/role'
import { clockOf, dayWord } from '@domain/time'
import { useAction, useCommunity, useMe, useNow } from '@/client'
import { Agree } from '@/components/Agree'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { GoHome } from '@/components/GoHome'
import { Notice } from '@/components/Notice'
import { CallCommunity } from '../../errand/CallCommunity'

/** Why a card is of no use any more, and the way on. */
const overWords: Readonly<Record<string, string>> = {
  expired: '这份邀请过期了，请发的人再发一次',
  accepted: '这份邀请已经有人用过了，请发的人再发一份',
  takenBack: '这份邀请收回去了，请问一问发的人',
  ended: '这份邀请已经用过了，请发的人再发一份',
}

/** 请您来做什么: read, a name said, one tap. */
export function Joining({ invited }: { invited: Invited }) {
  const { id, communityId, community, by, until, state, mine, yours } = invited
  const me = useMe()
  const now = useNow()
  const { choose } = useCommunity()
  const accept = useAction(membership.accept)
  const [typed, setTyped] = useState<string>()
  const [agreed, setAgreed] = useState<Matter[]>([])
  const what = whatWords(invited)
  const isOpen = membership.accept.moves.from.some(from => from === state)
  const asked = lacking(me, joinNeeds)
  const name = (typed ?? me.name).trim()
  const isReady = (name !== '' || keepsName(me)) && asked.every(one => agreed.includes(one))

  async function join(): Promise<void> {
    const more = { ...(!keepsName(me) && { name }), ...(agreed.length > 0 && { agreed: ticked(agreed) }) }
    if (await accept.run({ id, ...more })) choose(communityId)
  }
  if (yours)
    return (
      <View className="membership">
        <Notice tone="done">{`您是${community}的${what}了`}</Notice>
        <GoHome />
      </View>
    )
  return (
    <View className="membership">
      <Card>
        <View className="membership-line">{`${by}请您来${community}`}</View>
        <View className="membership-title">{what}</View>
        {isOpen && (
          <View className="membership-line">{`${dayWord(until, now)} ${clockOf(until)} 前有效，只能用一次`}</View>
        )}
      </Card>
      {!isOpen && <Notice tone="waiting">{overWords[state] ?? overWords.expired ?? ''}</Notice>}
      {isOpen && mine && <Notice>这是您自己发的邀请，请发给要来的人</Notice>}
      {isOpen && !mine && !keepsName(me) && (
        <Field label="怎么称呼您" placeholder="小林" value={typed ?? me.name} maxLength={12} onInput={setTyped} />
      )}
      {isOpen && !mine && <Agree asked={asked} ticked={agreed} onTick={setAgreed} />}
      {isOpen && !mine && (
        <Button busy={accept.busy} disabled={!isReady} onTap={join}>
          {`我来做${what}`}
        </Button>
      )}
      {accept.failure && <Notice tone="stuck">{accept.failure.sentence}</Notice>}
      {(!isOpen || mine) && <CallCommunity communityId={communityId} />}
      {(!isOpen || mine) && <GoHome />}
    </View>
  )
}
