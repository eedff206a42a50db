import { View } from '@tarojs/components'
import { useState } from 'react'
import { study, type Post } from '@domain/study'
import { open } from '@domain/operation'
import { go, paths, useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Notice } from '@/components/Notice'
import { ScheduleSheet } from './ScheduleSheet'
import { ShareLesson } from './ShareLesson'

interface Props {
  post: Post
  main: boolean
}

/** 现在发 · 定时发 · 发到群里 · 撤下, as the table has them open for this lesson. */
export function PostActions({ post, main }: Props) {
  const { id, publishAt } = post
  const verbs = open(study, useMe(), post)
  const send = useAction(study.send)
  const schedule = useAction(study.schedule)
  const withdraw = useAction(study.withdraw)
  const [asking, setAsking] = useState<'when' | 'whether'>()
  const failure = send.failure ?? schedule.failure ?? withdraw.failure
  const isOut = verbs.includes('withdraw') && !verbs.includes('send')

  async function scheduleAt(at: number): Promise<void> {
    if (await schedule.run({ id, at })) setAsking(undefined)
  }
  async function takeDown(): Promise<void> {
    await withdraw.run({ id })
    setAsking(undefined)
  }

  return (
    <View className="lessons">
      {isOut && <ShareLesson post={post} look={main ? 'primary' : 'quiet'} />}
      <View className="lesson-buttons">
        {verbs.includes('send') && (
          <Button look={main ? 'primary' : 'quiet'} inline={!main} icon="send" onTap={() => send.run({ id })}>
            现在发
          </Button>
        )}
        {verbs.includes('schedule') && (
          <Button look="quiet" inline icon="clock" onTap={() => setAsking('when')}>
            {publishAt ? '改时间' : '定时发'}
          </Button>
        )}
        <Button look="quiet" inline icon="eye" onTap={() => go(paths.studyRead({ id }))}>
          看一看
        </Button>
        {verbs.includes('withdraw') && (
          <Button look="quiet" inline onTap={() => setAsking('whether')}>
            撤下
          </Button>
        )}
      </View>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      <ScheduleSheet
        open={asking === 'when'}
        failure={schedule.failure}
        onChoose={scheduleAt}
        onClose={() => setAsking(undefined)}
      />
      <Dialog
        open={asking === 'whether'}
        title="撤下这一课？"
        confirm="撤下"
        onConfirm={takeDown}
        onCancel={() => setAsking(undefined)}
      >
        撤下以后，谁也看不到这一课。
      </Dialog>
    </View>
  )
}
