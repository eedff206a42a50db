import { View } from '@tarojs/components'
import { useState } from 'react'
import { LeftBehind, privacy } from '@domain/privacy'
import * as z from '@domain/zod'
import { useAction } from '@/client'
import { forgetAll } from '@/client/forget'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Dialog } from '@/components/Dialog'
import { FailureLine } from '@/components/ErrandActions'

interface Props {
  households: readonly z.infer<typeof LeftBehind>[]
  onGone: () => void
}

const fates = [
  { value: 'stay', label: '留给社区', hint: '往后由社区打电话' },
  { value: 'together', label: '一起删掉', hint: '门牌、电话和办过的单里的内容都删' },
] as const

/** 注销: what goes and what stays, then asked once more. */
export function SayGoodbye({ households, onGone }: Props) {
  const erase = useAction(privacy.erase)
  const [together, setTogether] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)

  async function leave(): Promise<void> {
    setAsking(false)
    if (!(await erase.run({ together: [...together] }))) return
    onGone()
    await forgetAll()
  }

  const choose = (id: string, fate: string) =>
    setTogether(fate === 'together' ? [...together, id] : together.filter(one => one !== id))

  return (
    <View className="privacy">
      <Card>
        <View className="privacy-name">会删掉</View>
        <View className="privacy-line">
          您的称呼、头像、电话，在社区是什么人，同意过什么，从哪个群来，看到哪一课，微信提醒的次数。
        </View>
        <View className="privacy-name">会留下</View>
        <View className="privacy-line">办过的单和到访还在，上面不再有您的名字，只写“一位家人”“一位师傅”。</View>
        <View className="privacy-quiet">老人留的电话里有您的，请先改掉，或者告诉社区。</View>
      </Card>
      {households
        .filter(({ isLast }) => isLast)
        .map(({ id, calls, place }) => (
          <Card key={id}>
            <View className="privacy-name">{`${calls} · ${place}`}</View>
            <View className="privacy-line">家里只绑了您一位。您走以后，这一家：</View>
            <Choice
              ariaLabel={`${calls}怎么办`}
              options={fates}
              chosen={together.includes(id) ? 'together' : 'stay'}
              onChoose={fate => choose(id, fate)}
            />
          </Card>
        ))}
      <Button busy={erase.busy} onTap={() => setAsking(true)}>
        注销
      </Button>
      <FailureLine failure={erase.failure} />
      <Dialog
        open={asking}
        title="真的不用了？"
        confirm="都删掉"
        cancel="再想想"
        onConfirm={leave}
        onCancel={() => setAsking(false)}
      >
        称呼、头像、电话、身份和记录马上删掉，找不回来。以后再来，要从头登记。
      </Dialog>
    </View>
  )
}
