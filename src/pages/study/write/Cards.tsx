import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { earlier, emptyCard, mostCards, type Lesson } from './lesson'

interface Props {
  cards: Lesson['cards']
  onChange: (cards: Lesson['cards']) => void
}

/** Up to eight cards, each a heading and what it says; moved, taken out and added by words. */
export function Cards({ cards, onChange }: Props) {
  const write = (index: number, part: Partial<Lesson['cards'][number]>) =>
    onChange(cards.map((card, at) => (at === index ? { ...card, ...part } : card)))
  return (
    <View className="writing">
      {cards.map((card, index) => (
        // A card has no name but its place.
        <Card key={index}>
          <Field
            label={`第 ${index + 1} 页的标题`}
            value={card.heading}
            maxLength={30}
            onInput={heading => write(index, { heading })}
          />
          <Field label="内容" typed="long" value={card.body} maxLength={400} onInput={body => write(index, { body })} />
          <View className="lesson-buttons">
            {index > 0 && (
              <Button look="quiet" inline onTap={() => onChange(earlier(cards, index))}>
                往前挪
              </Button>
            )}
            {cards.length > 1 && (
              <Button look="quiet" inline icon="x" onTap={() => onChange(cards.filter((_, at) => at !== index))}>
                去掉这页
              </Button>
            )}
          </View>
        </Card>
      ))}
      {cards.length < mostCards ? (
        <Button look="quiet" icon="plus" onTap={() => onChange([...cards, emptyCard])}>
          再加一页
        </Button>
      ) : (
        <View className="writing-line">最多八页，三分钟看完</View>
      )}
    </View>
  )
}
