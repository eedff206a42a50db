import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** What is agreed to, as a sentence of the person who ticks it. */
  label: string
  on: boolean
  onTick: (on: boolean) => void
}

/** 打个勾: a consent, never ticked beforehand. */
export function Tick({ label, on, onTick }: Props) {
  return (
    <View
      className={on ? 'tick tick--on' : 'tick'}
      onClick={() => onTick(!on)}
      hoverClass="pressed"
      ariaRole="checkbox"
      ariaChecked={on}
      ariaLabel={label}
    >
      <View className="tick__mark">{on ? <Icon name="check" /> : null}</View>
      <View className="tick__words">{label}</View>
    </View>
  )
}
