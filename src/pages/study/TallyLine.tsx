import { View } from '@tarojs/components'
import { study, tallyFloor } from '@domain/study'
import { useQuery } from '@/client'
import { Notice } from '@/components/Notice'

const people = (count: number | undefined): string => (count === undefined ? '的人还不多' : ` ${count} 人`)

/** How many opened and finished a lesson: numbers from five people up, never a name, never a minute. */
export function TallyLine({ id }: { id: string }) {
  const { data, failure, reload } = useQuery(study.tally, { id })
  if (failure && !data)
    return (
      <Notice tone="stuck" action="再试一次" onAction={() => void reload()}>
        {failure.sentence}
      </Notice>
    )
  if (!data) return <View className="lesson-line">正在数…</View>
  return (
    <View>
      <View>{`打开过${people(data.opened)} · 看完${people(data.finished)}`}</View>
      <View className="lesson-line">{`${tallyFloor} 个人以上才显示人数，不记是谁。`}</View>
    </View>
  )
}
