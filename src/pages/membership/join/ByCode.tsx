import { View } from '@tarojs/components'
import { useState } from 'react'
import { InvitationCode, membership, type Invited } from '@domain/membership'
import * as z from '@domain/zod'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'

/** 邀请码: eight digits that were read out; five tries a day. */
export function ByCode({ onFound }: { onFound: (invited: Invited | undefined) => void }) {
  const { run, busy, failure } = useAction(membership.find)
  const [typed, setTyped] = useState('')
  const code = typed.replace(/\s/g, '')
  const ready = z.safeParse(InvitationCode, code).success
  return (
    <View className="membership">
      <Field
        label="邀请码，八位数字"
        hint="请您来的人念给您听的"
        value={typed}
        maxLength={9}
        typed="phone"
        onInput={setTyped}
      />
      <Button busy={busy} disabled={!ready} onTap={async () => onFound(await run({ code }))}>
        看看是什么
      </Button>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </View>
  )
}
