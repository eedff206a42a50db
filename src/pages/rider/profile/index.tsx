import { View } from '@tarojs/components'
import { useState } from 'react'
import { rider } from '@domain/rider'
import { validOn } from '@domain/rider/record'
import { certificateKinds, wordOf } from '@domain/rider/words'
import { clockOf, dayOf, dayWord } from '@domain/time'
import { useCommunity, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { confirmedWords, factNames, factsOf, whoWords, type FactName } from '../words'
import { useNames } from '../use-names'
import { AmendSheet } from './AmendSheet'
import { EditSheet } from './EditSheet'
import { PlateCard } from './PlateCard'
import '../rider.scss'

/** 接单资料: what the community confirmed of a rider, and what he says of himself and may change. */
export default function RiderProfile() {
  const { id: communityId } = useCommunity()
  const now = useNow()
  const nameOf = useNames(communityId)
  const { data, failure, reload } = useQuery(rider.mine, {})
  const [editing, setEditing] = useState<FactName>()
  const [amending, setAmending] = useState(false)
  const { profile, application, confirmations = [], looks = [] } = data ?? {}
  if (!data) return <Screen>{failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />}</Screen>
  if (!profile || !communityId) {
    return (
      <Screen>
        <Empty icon="users" foot={<GoHome />}>
          还没有接单资料，社区确认以后就有
        </Empty>
      </Screen>
    )
  }
  const today = dayOf(now)
  const facts = factsOf(profile, nameOf, today)
  const over = (profile.certificates ?? []).filter(one => !validOn(one, today))
  const state = application?.state
  return (
    <Screen notice={failure && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {over.length > 0 && (
        <Notice tone="waiting" action="去改" onAction={() => setEditing('certificates')}>
          {`${over.map(({ kind }) => wordOf(certificateKinds, kind)).join('、')}过期了，换了新的在这里改`}
        </Notice>
      )}
      <Card>
        <View className="rider-name">{whoWords(profile)}</View>
        {profile.phone && <View className="rider-line">{`电话 ${profile.phone}`}</View>}
        {confirmations.slice(-3).map(one => (
          <View key={`${one.communityId} ${one.at}`} className="rider-line">
            {confirmedWords(one)}
          </View>
        ))}
        {state === 'waiting' ? (
          <Notice tone="waiting">要改的社区看过后换上，先还用原来的</Notice>
        ) : (
          <Button look="quiet" onTap={() => setAmending(true)}>
            改称呼、行当、公司、电话
          </Button>
        )}
        {state === 'refused' && <Notice>{`要改的社区退回了${application?.why ? `：${application.why}` : ''}`}</Notice>}
      </Card>
      {factNames.map(name => (
        <Card key={name}>
          <View className="rider-fact">
            <View className="rider-fact__words">
              <View className="rider-line">{facts[name].label}</View>
              <View className="rider-words">{facts[name].words}</View>
            </View>
            <Button look="quiet" inline ariaLabel={`改${facts[name].label}`} onTap={() => setEditing(name)}>
              改
            </Button>
          </View>
        </Card>
      ))}
      <PlateCard plate={profile.plate} />
      <Fold title="谁看过我的电话" count={looks.length}>
        {looks.length === 0 && <View className="rider-line">还没有人看过</View>}
        {[...looks].reverse().map(({ who, at }) => (
          <View key={`${who} ${at}`} className="rider-line">
            {`${who}，社区，${dayWord(at, now)} ${clockOf(at)}`}
          </View>
        ))}
      </Fold>
      {editing && (
        <EditSheet name={editing} profile={profile} communityId={communityId} onClose={() => setEditing(undefined)} />
      )}
      {amending && <AmendSheet profile={profile} communityId={communityId} onClose={() => setAmending(false)} />}
    </Screen>
  )
}
