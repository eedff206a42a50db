import { View } from '@tarojs/components'
import { useState } from 'react'
import { privacy } from '@domain/privacy'
import { useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { InTheWay } from './InTheWay'
import { SayGoodbye } from './SayGoodbye'
import '../privacy.scss'

/** 注销: first what stands in the way, each with its way on; then, asked twice, everything goes. */
export default function PrivacyLeave() {
  const [gone, setGone] = useState(false)
  const { data, failure, reload } = useQuery(privacy.hindering, gone ? null : {})
  if (gone)
    return (
      <Screen>
        <Empty icon="circle-check" foot={<GoHome />}>
          注销了，您的资料已经删掉。要再用，随时从头来
        </Empty>
      </Screen>
    )
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <View className="privacy">
          {data.rows.length > 0 ? (
            <InTheWay rows={data.rows} onChanged={reload} />
          ) : (
            <SayGoodbye households={data.households} onGone={() => setGone(true)} />
          )}
        </View>
      )}
    </Screen>
  )
}
