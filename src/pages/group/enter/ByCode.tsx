import { View } from '@tarojs/components'
import { useState } from 'react'
import { group, JoinCode, type Entered } from '@domain/group'
import * as z from '@domain/zod'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'

interface Props {
  communityId: string
  onEntered: (entered: Entered | undefined) => void
}

/** 进群码: six digits that the desk reads out. */
export function ByCode({ communityId, onEntered }: Props) {
  const { run, busy, failure } = useAction(group.join)
  const [code, setCode] = useState('')
  const ready = z.safeParse(JoinCode, code).success
  return (
    <View className="group-part">
      <Field label="进群码，六位数字，问社区要" value={code} maxLength={6} typed="phone" onInput={setCode} />
      <Button
        look="quiet"
        busy={busy}
        disabled={!ready}
        onTap={async () => onEntered(await run({ communityId, code }))}
      >
        报这个码
      </Button>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </View>
  )
}
