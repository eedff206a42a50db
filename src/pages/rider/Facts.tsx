import { View } from '@tarojs/components'
import type { Profile } from '@domain/rider/record'
import { factNames, factsOf, type NameOf } from './words'
import './rider.scss'

interface Props {
  profile: Profile
  nameOf: NameOf
  today: string
}

/** What a rider said of himself, for the desk to read. */
export function Facts({ profile, nameOf, today }: Props) {
  const facts = factsOf(profile, nameOf, today)
  return (
    <View className="rider-facts">
      {factNames.map(name => (
        <View key={name} className="rider-line">
          {`${facts[name].label}：${facts[name].words}`}
        </View>
      ))}
    </View>
  )
}
