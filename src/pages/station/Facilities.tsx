import { Text, View } from '@tarojs/components'
import type { Station } from '@domain/station'
import { Icon } from '@/components/Icon'
import { facilitiesOf } from './words'
import './station.scss'

/** What a station has: each an icon and a word; what somebody said is broken says so in words. */
export function Facilities({ station }: { station: Station }) {
  return (
    <View className="facilities">
      {facilitiesOf(station).map(({ name, word, icon, broken }) => (
        <View key={name} className={broken ? 'facility facility-broken' : 'facility'}>
          <Icon name={broken ? 'wrench' : icon} />
          <Text>{broken ? `${word}坏了` : word}</Text>
        </View>
      ))}
    </View>
  )
}
