import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import type { Lesson } from './lesson'

/** The lesson as it will be read. */
export function Preview({ lesson }: { lesson: Lesson }) {
  return (
    <View className="writing">
      <View className="writing-title">{lesson.title}</View>
      {lesson.cards.map((card, index) => (
        <Card key={index}>
          <View className="writing-line">{`第 ${index + 1} 页`}</View>
          <View className="writing-title">{card.heading}</View>
          <View className="writing-body">{card.body}</View>
        </Card>
      ))}
    </View>
  )
}
