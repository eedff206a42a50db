import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { isKeyOf } from '@domain/key'
import { dotted } from '@domain/line'
import { doubtReasons, reportReasons, safety, type Doubt, type DoubtReason } from '@domain/safety'
import { clockOf, dayWord } from '@domain/time'
import { go, paths, useAction, useNow, useQuery, type Path } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Tag } from '@/components/Tag'

/** Why it waits, as a sentence: 微信拿不准, or what those said who reported it. */
function whyWords({ why, reasons = [] }: Doubt): string {
  const said = reasons.flatMap(reason => (isKeyOf(reportReasons, reason) ? [reportReasons[reason]] : []))
  const words = isKeyOf(doubtReasons, why) ? doubtReasons[why] : '请看一看'
  return said.length > 0 ? `${words}：${said.join('、')}` : words
}

function pathOf({ of, ofId }: Doubt): Path | undefined {
  if (!ofId) return undefined
  if (of === 'errands') return paths.errandOne({ id: ofId })
  return of === 'posts' ? paths.studyRead({ id: ofId }) : undefined
}

/** Whose words, where, and why they wait; 放行 or 不合适. */
export function DoubtRow({ doubt }: { doubt: Doubt }) {
  const allow = useAction(safety.allow)
  const hide = useAction(safety.hide)
  const [looking, setLooking] = useState(false)
  const picture = useQuery(safety.picture, looking ? { id: doubt.id } : null)
  const now = useNow()
  const { id, whose, where, words, at = now } = doubt
  const busy = allow.busy || hide.busy
  const path = pathOf(doubt)
  // What was reported is read by everybody until somebody here says no.
  const since = doubt.why === ('reported' satisfies DoubtReason) ? '报上来的' : '起别人看不到'
  return (
    <Card>
      <View className="doubt__title">{dotted(where, whose)}</View>
      <Tag tone="waiting">{whyWords(doubt)}</Tag>
      {words && <View className="doubt__quote">{words}</View>}
      {doubt.picture && picture.data && (
        <Image className="doubt__picture" src={picture.data.url} mode="widthFix" ariaLabel="等着看的照片" />
      )}
      <View className="doubt__since">{`${dayWord(at, now)} ${clockOf(at)} ${since}`}</View>
      <View className="doubt__row">
        <Button look="quiet" inline icon="check" busy={busy} onTap={() => allow.run({ id })}>
          放行
        </Button>
        <Button look="quiet" inline icon="x" busy={busy} onTap={() => hide.run({ id })}>
          不合适
        </Button>
        {doubt.picture && !looking && (
          <Button look="text" inline icon="eye" onTap={() => setLooking(true)}>
            看照片
          </Button>
        )}
        {path && (
          <Button look="text" inline onTap={() => go(path)}>
            打开
          </Button>
        )}
      </View>
      <FailureLine failure={allow.failure ?? hide.failure ?? picture.failure} />
    </Card>
  )
}
