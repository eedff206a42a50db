import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** Which one this is, from 1. */
  step: number
  of: number
  /** Back to the question before; answers are kept. */
  onBack?: () => void
}

/** 第 2 步，共 6 步: where one is among the questions. */
export function Steps({ step, of, onBack }: Props) {
  return (
    <View className="steps">
      <View className="steps__row">
        {onBack ? (
          <View className="steps__back" onClick={onBack} hoverClass="pressed" ariaRole="button" ariaLabel="上一步">
            <Icon name="chevron-left" />
            <View>上一步</View>
          </View>
        ) : null}
        <View className="steps__words">{`第 ${step} 步，共 ${of} 步`}</View>
      </View>
      <View className="steps__line">
        <View className="steps__done" style={{ width: `${Math.round((step / of) * 100)}%` }} />
      </View>
    </View>
  )
}
