import { View } from '@tarojs/components'
import { study, type Post } from '@domain/study'
import { paths, useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'
import picture from './card.png'
import { momentWords } from './words'

interface Props {
  post: Post
  look: 'primary' | 'quiet'
}

/** 发到群里: a card into the group by hand, because WeChat lets no server post there; then it no longer waits to be forwarded. */
export function ShareLesson({ post, look }: Props) {
  const { run, failure } = useAction(study.shared)
  const now = useNow()
  const { id, title = '一课', sharedAt, groupName } = post

  async function share(): Promise<void> {
    if (await wechat.share({ title, path: paths.studyRead({ id }), kind: 'study', picture })) await run({ id })
  }

  return (
    <View className="lessons">
      <Button look={look} icon="share-2" openType="share" onTap={share}>
        {sharedAt ? '再发到群里' : '发到群里'}
      </Button>
      {sharedAt && (
        <View className="lesson-line">{`${momentWords(sharedAt, now)} 发过${groupName ? `：${groupName}` : ''}`}</View>
      )}
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </View>
  )
}
