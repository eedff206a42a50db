import { View } from '@tarojs/components'
import { useState } from 'react'
import { rider } from '@domain/rider'
import { Vouched, type Mine } from '@domain/rider/record'
import * as z from '@domain/zod'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { PhoneField } from '@/components/PhoneField'
import { Sheet } from '@/components/Sheet'
import { tradeOptions } from '../question/choices'
import '../rider.scss'

interface Props {
  profile: NonNullable<Mine['profile']>
  communityId: string
  onClose: () => void
}

/** What the community made sure of: he asks for another name, trade, firm or number, and the desk says yes. */
export function AmendSheet({ profile, communityId, onClose }: Props) {
  const amend = useAction(rider.amend)
  const { name, trade, firm = '', phone = '' } = profile
  const [said, setSaid] = useState({ name, trade, firm, phone })
  const [wrong, setWrong] = useState<string>()
  const put = (some: Partial<typeof said>) => {
    setWrong(undefined)
    setSaid({ ...said, ...some })
  }
  const send = async () => {
    const read = z.safeParse(Vouched, { ...said, phone: said.phone.replace(/\s/g, '') })
    if (!read.success) return setWrong(read.error.issues[0]?.message ?? '填的内容有一处不对，请看一看')
    if (await amend.run({ communityId, ...read.data })) onClose()
    return undefined
  }
  return (
    <Sheet
      open
      title="改资料"
      onClose={onClose}
      foot={
        <Button busy={amend.busy} onTap={send}>
          请社区看一看
        </Button>
      }
    >
      <View className="rider-stack">
        <Notice>社区确认过的，改了要再看一次；看之前还用原来的</Notice>
        <Field label="称呼" value={said.name} maxLength={20} onInput={next => put({ name: next })} />
        <Field label="跑哪一行">
          <Choice
            look="chips"
            ariaLabel="跑哪一行"
            options={tradeOptions}
            chosen={tradeOptions.find(({ value }) => value === said.trade)?.value}
            onChoose={next => put({ trade: next })}
          />
        </Field>
        <Field label="公司或站点" value={said.firm} maxLength={30} onInput={next => put({ firm: next })} />
        <PhoneField label="您的电话" value={said.phone} onInput={next => put({ phone: next })} />
        {wrong && <Notice tone="waiting">{wrong}</Notice>}
        {amend.failure && <Notice tone="stuck">{amend.failure.sentence}</Notice>}
      </View>
    </Sheet>
  )
}
