import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import { saidBy, type Binding } from '@domain/household/binding'
import type { Household } from '@domain/household/record'
import { isKeyOf } from '@domain/key'
import { may } from '@domain/operation'
import { dateWord } from '@domain/time'
import { goTab, paths, useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Dialog } from '@/components/Dialog'
import { FailureLine } from '@/components/ErrandActions'
import { useAtDesk } from './at-desk'

interface Props {
  binding: Binding
  home: Household
}

/** One who is bound, what he calls the elder, and who agreed; himself or the desk may part the two. */
export function OneRelative({ binding, home }: Props) {
  const me = useMe()
  const atDesk = useAtDesk(home)
  const unbind = useAction(household.unbind)
  const [asks, setAsks] = useState(false)
  const { id, name = '居民', calls = '', consent } = binding
  const isMine = binding.my.includes('relative')
  const part = async (said?: 'elder' | 'desk') => {
    const done = await unbind.run({ id, ...(said && { said }) })
    setAsks(false)
    if (done && isMine) await goTab(paths.tabHome())
  }
  const agreed =
    consent && isKeyOf(saidBy, consent.said) ? `${saidBy[consent.said]}同意，${dateWord(consent.at)}` : undefined
  return (
    <Card>
      <View className="household__row">
        <View className="household__who">{isMine ? `${name}（您）` : name}</View>
        <View className="household__line">{[`叫老人“${calls}”`, agreed].filter(Boolean).join(' · ')}</View>
      </View>
      {may(household.unbind, me, binding) && (atDesk || isMine) && (
        <Button look="text" onTap={() => setAsks(true)}>
          {isMine ? '我不再是家里人' : '解绑'}
        </Button>
      )}
      <FailureLine failure={unbind.failure} />
      <Dialog
        open={asks}
        title={isMine ? '不再做这家的家里人？' : `不让${name}再看这一家？`}
        confirm={isMine ? '解绑' : '老人说的，解绑'}
        onConfirm={() => part(isMine ? undefined : 'elder')}
        onCancel={() => setAsks(false)}
      >
        <View>解绑后马上看不到这一家和它的点单，家里人都会知道。</View>
        {!isMine && (
          <Button look="quiet" busy={unbind.busy} onTap={() => part('desk')}>
            社区定的，解绑
          </Button>
        )}
      </Dialog>
    </Card>
  )
}
