import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import './index.scss'

interface Props {
  name: string
  /** A link to the face he chose; without one, or when it no longer opens, the first letter of his name. */
  face?: string
}

const tints = 5

/** The same name always wears the same tint. */
const tintOf = (name: string) => [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints

/** 头像: the face a person chose, or the first letter of how he is called in a tinted circle. */
export function Avatar({ name, face }: Props) {
  const [lost, setLost] = useState<string>()
  const isShown = face !== undefined && face !== lost
  return (
    <View className={`avatar avatar--${tintOf(name)}`} ariaLabel={name}>
      {isShown ? (
        <Image className="avatar__face" src={face} mode="aspectFill" ariaHidden onError={() => setLost(face)} />
      ) : (
        ([...name][0] ?? '·')
      )}
    </View>
  )
}
