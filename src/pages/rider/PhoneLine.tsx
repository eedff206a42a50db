import { View } from '@tarojs/components'
import { useState } from 'react'
import { rider } from '@domain/rider'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { CallButton } from '@/components/CallButton'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'
import './rider.scss'

interface Props {
  communityId: string
  id: string
  /** 139******77. */
  masked: string | undefined
}

/** His number: masked until a tap that he reads of, then to be called. */
export function PhoneLine({ communityId, id, masked }: Props) {
  const reveal = useAction(rider.reveal)
  const [number, setNumber] = useState<string>()
  if (!masked) return null
  if (number)
    return <CallButton number={number} label={`打 ${number}`} onCall={called => void wechat.phoneCall(called)} />
  const look = async () => setNumber((await reveal.run({ communityId, id }))?.number)
  return (
    <>
      <View className="rider-line">{`电话 ${masked}`}</View>
      <Button look="text" icon="phone" busy={reveal.busy} onTap={look}>
        看号码（他会看到记录）
      </Button>
      {reveal.failure && <Notice tone="stuck">{reveal.failure.sentence}</Notice>}
    </>
  )
}
