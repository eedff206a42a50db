import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { removalNames, removalWhys } from '@domain/household/words'
import { back, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

const reasons = removalNames.map(value => ({ value, label: removalWhys[value] }))

/** 删掉这家的记录: what goes is said, and a reason chosen, before it does. */
export function Removal({ home: { id, elder = '老人家' } }: { home: Household }) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState<(typeof removalNames)[number]>()
  const remove = useAction(household.remove)
  const go = async () => {
    if (why && (await remove.run({ id, why }))) await back()
  }
  return (
    <>
      <Button look="text" onTap={() => setOpen(true)}>
        删掉这家的记录
      </Button>
      <Sheet
        open={open}
        title={`删掉${elder}的记录？`}
        onClose={() => setOpen(false)}
        foot={
          <View className="household__row">
            <FailureLine failure={remove.failure} />
            <Button busy={remove.busy} disabled={!why} onTap={go}>
              删掉，不能恢复
            </Button>
          </View>
        }
      >
        <View className="household">
          <Choice label="为什么删" options={reasons} chosen={why} onChoose={setWhy} />
          <Notice tone="waiting">
            门牌、电话、绑定码、谁看过都删掉。家里人不再绑着，消息里会看到。办完的单只留办过，不留是谁家。
          </Notice>
        </View>
      </Sheet>
    </>
  )
}
