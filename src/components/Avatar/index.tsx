import { View } from '@tarojs/components'
import './index.scss'

const tints = 5

/** The same name always wears the same tint. */
const tintOf = (name: string) => [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints

/** 头像: the first letter of how a person is called, in a tinted circle; no photos of people. */
export function Avatar({ name }: { name: string }) {
  return (
    <View className={`avatar avatar--${tintOf(name)}`} ariaLabel={name}>
      {[...name][0] ?? '·'}
    </View>
  )
}
