import { View } from '@tarojs/components'
import './index.scss'

/** One line of what happened. Words are made by the page; nothing here knows a state. */
export interface Moment {
  id: string
  what: string
  /** As called, with the role: 张师傅, 书记. */
  who?: string
  when: string
  /** How long nothing happened before it: 隔了 12 分钟. */
  gap?: string
  /** What is still to come, or is happening now. */
  open?: boolean
}

/** 这一单的经过: who, what, when, and the gaps between. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <View className="timeline">
      {moments.map(({ id, what, who, when, gap, open }) => (
        <View key={id} className={open ? 'timeline__moment timeline__moment--open' : 'timeline__moment'}>
          {gap ? <View className="timeline__gap">{gap}</View> : null}
          <View className="timeline__row">
            <View className="timeline__what">{who ? `${who} ${what}` : what}</View>
            <View className="timeline__when">{when}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
