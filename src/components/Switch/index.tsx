import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

interface Side {
  label: string
  icon: IconName
}

interface Props {
  on: boolean
  /** What a person says with it on and off: 我有空, 不打扰. */
  sides?: readonly [on: Side, off: Side]
  onSwitch: (on: boolean) => void
  busy?: boolean
  /** What it means today, under it. */
  hint?: string
}

const duty = [
  { label: '我有空', icon: 'hand-helping' },
  { label: '不打扰', icon: 'door-open' },
] as const

/** 我有空 / 不打扰: both sides are words, so nobody has to guess which way is on. */
export function Switch({ on, sides = duty, onSwitch, busy = false, hint }: Props) {
  const side = (isOn: boolean, { label, icon }: Side) => {
    const chosen = isOn === on
    const tone = isOn ? 'switch__side--on' : 'switch__side--off'
    return (
      <View
        className={chosen ? `switch__side ${tone}` : 'switch__side'}
        onClick={() => !chosen && !busy && onSwitch(isOn)}
        hoverClass={chosen ? 'none' : 'pressed'}
        ariaRole="radio"
        ariaChecked={chosen}
        ariaLabel={label}
      >
        <Icon name={busy && !chosen ? 'loader' : icon} turning={busy && !chosen} />
        <View className="switch__words">{label}</View>
      </View>
    )
  }
  return (
    <View className="switch">
      <View className="switch__sides" ariaRole="radiogroup">
        {side(true, sides[0])}
        {side(false, sides[1])}
      </View>
      {hint ? <View className="switch__hint">{hint}</View> : null}
    </View>
  )
}
