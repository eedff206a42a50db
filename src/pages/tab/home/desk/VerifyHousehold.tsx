import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Errand } from '@domain/errand/record'
import { Button } from '@/components/Button'
import { DoorAndPhones, FailureLine, type AnswerFor, type ErrandActing } from '@/components/ErrandActions'
import { wechat } from '@/wechat'

interface Props {
  errand: Errand
  acting: ErrandActing
  loud?: boolean
}

/** 新住户，社区打电话核实: the number by the logged tap, the call, and then the tick that lets the errand be dispatched. */
export function VerifyHousehold({ errand, acting, loud = false }: Props) {
  const [shown, setShown] = useState<AnswerFor<'reveal'>>()
  const { id, householdId } = errand
  const mine = acting.aboutId === id
  const busy = mine && acting.busy
  if (!householdId) return null
  const look = async () => setShown(await acting.perform('reveal', { id, householdId }))
  return (
    <View className="desk-actions">
      <View className="desk-why">新住户，先打电话核实，再派人</View>
      {shown ? (
        <>
          <DoorAndPhones revealed={shown} onCall={number => void wechat.phoneCall(number)} />
          <Button
            look={loud ? 'primary' : 'quiet'}
            busy={busy}
            onTap={() => acting.perform('verify', { id, householdId })}
          >
            打过电话核实了
          </Button>
        </>
      ) : (
        <Button look={loud ? 'primary' : 'quiet'} icon="phone" busy={busy} onTap={look}>
          看号码（家里会看到记录）
        </Button>
      )}
      {mine && <FailureLine failure={acting.failure} />}
    </View>
  )
}
