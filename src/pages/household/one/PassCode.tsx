import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { clockOf, dayWord } from '@domain/time'
import { type Answer, useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'

/** 绑定码, to be said to one more relative; what he types only asks. */
export function PassCode({ home: { id } }: { home: Household }) {
  const now = useNow()
  const make = useAction(household.code)
  const [made, setMade] = useState<Answer<typeof household.code>>()
  return (
    <>
      {made && (
        <Card>
          <View className="household__code">{`${made.code.slice(0, 3)} ${made.code.slice(3)}`}</View>
          <View className="household__line">
            {`说给他听，他在“我的 · 我有绑定码”里填。到${dayWord(made.until, now)} ${clockOf(made.until)}，一个人用一次。填了只是问一声，还要您们或社区同意。`}
          </View>
        </Card>
      )}
      <Button look="quiet" icon="plus" busy={make.busy} onTap={async () => setMade(await make.run({ id }))}>
        {made ? '换一个绑定码' : '再添一位家里人'}
      </Button>
      <FailureLine failure={make.failure} />
    </>
  )
}
