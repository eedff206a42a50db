import { View } from '@tarojs/components'
import { study, type Post } from '@domain/study'
import { clockOf, dayWord } from '@domain/time'
import { paths, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { wechat } from '@/wechat'

interface Props {
  post: Post
  now: number
}

/** One lesson for one group; 发到群里 opens WeChat's choice of a chat, and what was sent leaves the list. */
export function ForwardRow({ post, now }: Props) {
  const shared = useAction(study.shared)
  const { id, title = '一课', groupName, publishedAt, publishAt } = post
  const send = async () => {
    const card = { title, path: paths.studyRead({ id }), kind: 'study' }
    if (await wechat.share(card)) await shared.run({ id })
  }
  return (
    <Card>
      <View className="desk-head__title">{title}</View>
      {groupName && <View className="desk-why">{`发到「${groupName}」`}</View>}
      {publishedAt === undefined && publishAt !== undefined ? (
        <View className="desk-why">{`${dayWord(publishAt, now)} ${clockOf(publishAt)} 发布，到时再转发`}</View>
      ) : (
        <Button look="quiet" icon="share-2" openType="share" busy={shared.busy} onTap={send}>
          发到群里
        </Button>
      )}
      <FailureLine failure={shared.failure} />
    </Card>
  )
}
