import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** Whose phone it is; drawn only where `shown`. */
  number: string
  onCall: (number: string) => void
  label?: string
  /** Who answers, and until when. */
  hint?: string
  /** The number in plain sight, so that it can be written down. */
  shown?: boolean
}

/** 打电话给社区: always one tap away. It says who is called; the page dials. */
export function CallButton({ number, onCall, label = '打电话给社区', hint, shown = false }: Props) {
  return (
    <View
      className="call-button"
      onClick={() => onCall(number)}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={hint ? `${label}，${hint}` : label}
    >
      <Icon name="phone" />
      <View className="call-button__words">
        <View className="call-button__label">{label}</View>
        {shown ? <View className="call-button__number">{number}</View> : null}
        {hint ? <View className="call-button__hint">{hint}</View> : null}
      </View>
    </View>
  )
}
