import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand as errands } from '@domain/errand'
import type { Call } from '@domain/errand/reading'
import { atWords } from '@domain/time'
import type * as z from '@domain/zod'
import { useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { DoorAndPhones, FailureLine, type AnswerFor } from '@/components/ErrandActions'
import { Tag } from '@/components/Tag'
import { wechat } from '@/wechat'

interface Props {
  call: z.infer<typeof Call>
}

/**
 * 打 · 打了 · 没人接: one notice that reached no phone, said by the desk instead. Who hears that it came mostly says at once that it is there:
 * with that the call is answered, and nothing is looked for on the board.
 */
export function CallRow({ call }: Props) {
  const now = useNow()
  const reveal = useAction(errands.reveal)
  const called = useAction(errands.called)
  const confirm = useAction(errands.confirm)
  const [shown, setShown] = useState<AnswerFor<'reveal'>>()
  const { id, notice, householdId, riderId } = call

  const dial = async () => {
    const answer = await reveal.run({ id, householdId, riderId })
    setShown(answer)
    const [only, ...others] = answer?.phones ?? []
    if (only && others.length === 0) await wechat.phoneCall(only.number)
  }
  return (
    <Card>
      <View className="desk-call">{`${call.whom}：${call.sentence}`}</View>
      <View className="desk-waited">{`${atWords(call.at, now)} 起没通知到`}</View>
      {call.noAnswer && <Tag tone="waiting">打过，没人接</Tag>}
      {shown && <DoorAndPhones revealed={shown} onCall={phone => void wechat.phoneCall(phone)} />}
      <View className="desk-actions__row">
        {!shown && (
          <Button
            look="quiet"
            inline
            icon="phone"
            busy={reveal.busy}
            onTap={dial}
            ariaLabel={`打给${call.whom}，家里会看到记录`}
          >
            打
          </Button>
        )}
        <Button look="quiet" inline busy={called.busy} onTap={() => called.run({ id, notice, how: 'done' })}>
          打了
        </Button>
        <Button look="quiet" inline busy={called.busy} onTap={() => called.run({ id, notice, how: 'noAnswer' })}>
          没人接
        </Button>
        {call.state === 'delivered' && riderId === undefined && (
          <Button look="quiet" inline icon="circle-check" busy={confirm.busy} onTap={() => confirm.run({ id })}>
            打了，说收到了
          </Button>
        )}
      </View>
      <FailureLine failure={reveal.failure ?? confirm.failure ?? called.failure} />
    </Card>
  )
}
