import { View } from '@tarojs/components'
import { matters, standingConsent } from '@domain/consent'
import { texts } from '@domain/consent/text'
import { isKeyOf } from '@domain/key'
import { dateWord } from '@domain/time'
import { back, useMe, useParams } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import './consent.scss'

/** 说明: what one is asked to agree to, whole, before the tick; and whether one has. */
export default function PeopleConsent() {
  const { what } = useParams()
  const me = useMe()
  if (!isKeyOf(matters, what)) {
    return (
      <Screen>
        <Empty icon="shield-check" foot={<GoHome />}>
          没找到这份说明
        </Empty>
      </Screen>
    )
  }
  const { title, version } = matters[what]
  const standing = standingConsent(me, what)
  return (
    <Screen bar={<Button onTap={back}>看完了</Button>}>
      {standing && <Notice tone="done">{`您 ${dateWord(standing.at)}同意过`}</Notice>}
      <Card>
        <View className="consent__title">{title}</View>
        {texts[what].map(line => (
          <View key={line} className="consent__line">
            {line}
          </View>
        ))}
        <View className="consent__version">{`${version} 版`}</View>
      </Card>
    </Screen>
  )
}
