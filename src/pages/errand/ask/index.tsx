import { View } from '@tarojs/components'
import { people } from '@domain/people'
import { go, paths, useCommunity, useQuery } from '@/client'
import { plainCard } from '@/client/plain-card'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { Steps } from '@/components/Steps'
import { useShare } from '@/wechat/use-share'
import { CallCommunity } from '../CallCommunity'
import { FreeOfCharge } from '../FreeOfCharge'
import { errandShare } from '../card/card'
import { steps } from './answers'
import { Questions, titleOfStep } from './Questions'
import { Sent } from './Sent'
import { useAsking } from './use-asking'
import './index.scss'

/** 请人帮忙; for the desk 接到电话，记一单: six questions, one a screen. */
export default function ErrandAsk() {
  const asking = useAsking()
  const chosen = useCommunity()
  const { answers, byPhone, sent } = asking
  useShare(sent ? errandShare(sent, asking.now) : plainCard)
  const communityId = answers.communityId ?? chosen.id
  const { data: community, failure, reload } = useQuery(people.community, communityId ? { id: communityId } : null)
  const call = <CallCommunity communityId={communityId} />
  if (!communityId && !chosen.loading) {
    return (
      <Screen>
        <Empty icon="house" foot={<Button onTap={() => go(paths.peopleCommunity())}>选社区</Button>}>
          先选老人住的社区
        </Empty>
      </Screen>
    )
  }
  if (!community || asking.loading) {
    return <Screen bar={call}>{failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />}</Screen>
  }
  if (sent) {
    return (
      <Screen bar={call}>
        <Sent errand={sent} community={community} byPhone={byPhone} untold={asking.untold} />
      </Screen>
    )
  }
  return (
    <Screen bar={call}>
      <Steps step={answers.step} of={steps} onBack={asking.back} />
      <View className="ask__title">{titleOfStep(answers, byPhone)}</View>
      <Questions key={answers.step} asking={asking} community={community} />
      {(answers.step === 1 || answers.step === steps) && <FreeOfCharge />}
    </Screen>
  )
}
