import { View } from '@tarojs/components'
import type { Profile } from '@domain/rider/record'
import { factNames, factsOf, type FactName, type NameOf } from './words'
import './rider.scss'

interface Props {
  profile: Profile
  nameOf: NameOf
  today: string
}

/** What an application does not ask for, and he may have chosen since. */
const isSaid =
  ({ quiet, weeklyCap }: Profile) =>
  (name: FactName): boolean =>
    !(name === 'quiet' && quiet === undefined) && !(name === 'weeklyCap' && weeklyCap === undefined)

/** What a rider said of himself, for the desk to read. */
export function Facts({ profile, nameOf, today }: Props) {
  const facts = factsOf(profile, nameOf, today)
  return (
    <View className="rider-facts">
      {factNames.filter(isSaid(profile)).map(name => (
        <View key={name} className="rider-line">
          {`${facts[name].label}：${facts[name].words}`}
        </View>
      ))}
    </View>
  )
}
