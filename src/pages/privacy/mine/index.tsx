import { View } from '@tarojs/components'
import { privacy } from '@domain/privacy'
import { go, paths, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { Consents } from './Consents'
import { Homes } from './Homes'
import { HowLong } from './HowLong'
import { HowMuch } from './HowMuch'
import { TakeAlong } from './TakeAlong'
import { WhoIAm } from './WhoIAm'
import '../privacy.scss'

/** 我的数据: what is kept of me, for how long, who saw it; where it is put right, taken along, and how one leaves. */
export default function PrivacyMine() {
  const { data, failure, reload } = useQuery(privacy.mine, {})
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <View className="privacy">
          <WhoIAm mine={data} />
          {data.households.length > 0 && <Homes households={data.households} />}
          <HowMuch mine={data} />
          {data.consents.length > 0 && <Consents consents={data.consents} />}
          <HowLong />
          <TakeAlong />
          <Section title="不用了">
            <View className="privacy-part">
              <View className="privacy-quiet">注销以后，您的资料都删掉，找不回来。</View>
              <Button look="quiet" onTap={() => go(paths.privacyLeave())}>
                注销
              </Button>
            </View>
          </Section>
        </View>
      )}
    </Screen>
  )
}
