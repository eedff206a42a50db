import { View } from '@tarojs/components'
import { useState } from 'react'
import { lacking, ticked, type Matter } from '@domain/consent'
import { askNeeds } from '@domain/errand/ask'
import { open } from '@domain/operation'
import { recurring } from '@domain/recurring'
import type { Recurring } from '@domain/recurring/record'
import { back, go, paths, useAction, useHat, useMe } from '@/client'
import { Agree } from '@/components/Agree'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { FailureLine } from '@/components/ErrandActions'

/** 再来一次, 接着要, 改日子, 先停一停, 不要了: what stands open to whoever reads it. */
export function RuleActions({ rule }: { rule: Recurring }) {
  const { id, kind, state } = rule
  const me = useMe()
  const { hat } = useHat(rule.communityId)
  const pause = useAction(recurring.pause)
  const resume = useAction(recurring.resume)
  const end = useAction(recurring.end)
  const [ending, setEnding] = useState(false)
  const [agreed, agree] = useState<Matter[]>([])
  const verbs = open(recurring, me, rule)
  const isFamily = rule.my.includes('family') && hat !== 'desk'
  const asked = isFamily && state === 'paused' ? lacking(me, askNeeds(kind)) : []
  const isKept = state === 'kept'
  const goOn = () => resume.run({ id, ...(asked.length > 0 && { agreed: ticked(agreed) }) })
  const stop = async () => {
    setEnding(false)
    if (await end.run({ id })) await back()
  }
  return (
    <View className="recurring__list">
      {isKept && (
        <Button
          icon="refresh-cw"
          onTap={() => go(paths.errandAsk({ template: id, ...(!isFamily && { byPhone: true }) }))}
        >
          再来一次
        </Button>
      )}
      <Agree asked={asked} ticked={agreed} onTick={agree} />
      {verbs.includes('resume') && (
        <Button busy={resume.busy} disabled={!asked.every(what => agreed.includes(what))} onTap={goOn}>
          接着要
        </Button>
      )}
      {!isKept && state !== 'ended' && (
        <Button look="quiet" icon="calendar" onTap={() => go(paths.recurringChange({ id }))}>
          改日子
        </Button>
      )}
      {verbs.includes('pause') && (
        <Button look="quiet" busy={pause.busy} onTap={() => pause.run({ id })}>
          先停一停
        </Button>
      )}
      {verbs.includes('end') && (
        <Button look="text" busy={end.busy} onTap={() => setEnding(true)}>
          {isKept ? '不用存着了' : '以后不要了'}
        </Button>
      )}
      <FailureLine failure={pause.failure ?? resume.failure ?? end.failure} />
      <Dialog
        open={ending}
        title={isKept ? '不存着这一个了吗？' : '以后都不要了吗？'}
        confirm="不要了"
        onConfirm={stop}
        onCancel={() => setEnding(false)}
      >
        {isKept ? '点过的单不受影响。' : '已经点好的那一天照送，要取消请在那一单里点。'}
      </Dialog>
    </View>
  )
}
