import { useState } from 'react'
import { care, type CareLine } from '@domain/care'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

interface Props {
  told: CareLine
  onClose: () => void
}

/** 办了: what was done, for the desk; and what of it is told to whom, in the desk's own words. */
export function SettleSheet({ told: { id, who }, onClose }: Props) {
  const settle = useAction(care.settle)
  const [did, setDid] = useState('')
  const [toFamily, setToFamily] = useState('')
  const [toRider, setToRider] = useState('')
  const send = async () => {
    const family = toFamily.trim()
    const rider = toRider.trim()
    const input = {
      id,
      did: did.trim(),
      ...(family ? { toFamily: family } : {}),
      ...(rider ? { toRider: rider } : {}),
    }
    if (await settle.run(input)) onClose()
  }
  return (
    <Sheet
      open
      title="办了什么？"
      onClose={onClose}
      foot={
        <Button busy={settle.busy} disabled={did.trim() === ''} onTap={send}>
          办了
        </Button>
      }
    >
      <Field label="办了什么（社区自己看）" typed="long" value={did} maxLength={100} onInput={setDid} />
      <Field
        label="告诉家里一句（可不写）"
        placeholder="去看过了，请打个电话"
        value={toFamily}
        maxLength={60}
        onInput={setToFamily}
      />
      <Field label={`回${who}一句（可不写）`} value={toRider} maxLength={60} onInput={setToRider} />
      <Notice>家里会在消息里看到，不要写病</Notice>
      <FailureLine failure={settle.failure} />
    </Sheet>
  )
}
