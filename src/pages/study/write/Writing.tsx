import { View } from '@tarojs/components'
import { useState } from 'react'
import { study } from '@domain/study'
import { useAction, useDraft } from '@/client'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Cards } from './Cards'
import { Groups } from './Groups'
import { emptyLesson, missing } from './lesson'
import { Preview } from './Preview'
import './write.scss'

interface Props {
  communityId: string
  onSaved: (id: string) => void
}

/** The lesson as it is being written. It stays on the phone until the cloud has it. */
export function Writing({ communityId, onSaved }: Props) {
  const [lesson, setLesson, clear] = useDraft(`lesson.${communityId}`, emptyLesson)
  const [looking, setLooking] = useState(false)
  const [wanted, setWanted] = useState<string>()
  const { run, failure } = useAction(study.write)
  const { groupId, title, cards } = lesson

  const look = () => {
    const lacking = missing(lesson)
    setWanted(lacking)
    setLooking(lacking === undefined)
  }
  async function save(): Promise<void> {
    const post = groupId && (await run({ communityId, groupId, title, cards }))
    if (!post) return
    clear()
    onSaved(post.id)
  }

  if (looking)
    return (
      <View className="writing">
        <Preview lesson={lesson} />
        {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
        <Button onTap={save}>存草稿</Button>
        <Button look="quiet" onTap={() => setLooking(false)}>
          回去改
        </Button>
      </View>
    )
  return (
    <View className="writing">
      <Groups
        communityId={communityId}
        chosen={groupId}
        onChoose={chosen => setLesson({ ...lesson, groupId: chosen })}
      />
      <Field label="标题" value={title} maxLength={40} onInput={words => setLesson({ ...lesson, title: words })} />
      <Cards cards={cards} onChange={changed => setLesson({ ...lesson, cards: changed })} />
      {wanted && <Notice tone="waiting">{wanted}</Notice>}
      <Button onTap={look}>看看样子</Button>
      <View className="writing-line">没写完也没事，写的都留在手机上。</View>
    </View>
  )
}
