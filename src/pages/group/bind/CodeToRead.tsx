import { View } from '@tarojs/components'
import { useState } from 'react'
import { group } from '@domain/group'
import { clockOf, dayWord } from '@domain/time'
import { useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

/** 进群码: shown large, to be read out; a new one takes the place of the old. */
export function CodeToRead({ communityId }: { communityId: string }) {
  const now = useNow()
  const { run, busy, failure } = useAction(group.code)
  const [made, setMade] = useState<{ code: string; until: number }>()
  return (
    <Section title="进群码">
      <Card>
        <View className="group-line">有人点了卡片也认不出群，就念这个码给他听</View>
        {made && <View className="group-code">{made.code}</View>}
        {made && <View className="group-line">{`${dayWord(made.until, now)} ${clockOf(made.until)} 前有效`}</View>}
        <Button look="quiet" busy={busy} onTap={async () => setMade((await run({ communityId })) ?? made)}>
          {made ? '换一个码' : '要一个码'}
        </Button>
        {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      </Card>
    </Section>
  )
}
