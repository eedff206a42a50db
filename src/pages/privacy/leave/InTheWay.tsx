import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand } from '@domain/errand'
import { Failure } from '@domain/failure'
import type { Hindering } from '@domain/privacy'
import { call, go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'

interface Props {
  rows: readonly Hindering[]
  onChanged: () => Promise<void>
}

const why = '不再用新邻了，请社区接着安排'

/** To the desk, by the errand's own operations. */
function handOver({ what, id }: Hindering): Promise<unknown> {
  if (what === 'family') return call(errand.leave, { id })
  return what === 'inHand' ? call(errand.handBack, { id, why }) : call(errand.decline, { id, why })
}

/** 还有事没交出去: what it is, and the one tap that hands it over. */
export function InTheWay({ rows, onChanged }: Props) {
  const [failure, setFailure] = useState<Failure>()
  const errands = rows.filter(({ what }) => what === 'family' || what === 'inHand' || what === 'asked')
  const onDuty = rows.filter(({ what }) => what === 'onDuty')
  const last = rows.filter(({ what }) => what === 'lastAtDesk')
  const office = rows.filter(({ what }) => what === 'lastInOffice')

  async function handOverAll(): Promise<void> {
    setFailure(undefined)
    try {
      for (const row of errands) await handOver(row)
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
    await onChanged()
  }

  return (
    <View className="privacy-part">
      <Notice tone="waiting">还有事没交出去，交了就能注销</Notice>
      {errands.length > 0 && (
        <Card>
          <View className="privacy-name">在办的</View>
          {errands.map(({ id, words }) => (
            <View key={id} className="privacy-line">
              {words}
            </View>
          ))}
          <View className="privacy-quiet">转给社区以后，接着办，往后由社区打电话。</View>
          <Button onTap={handOverAll}>{`先把在办的 ${errands.length} 件转给社区`}</Button>
          <FailureLine failure={failure} />
        </Card>
      )}
      {onDuty.map(({ id, words }) => (
        <Card key={id}>
          <View className="privacy-name">{`您正在${words}值班`}</View>
          <View className="privacy-line">先把班交给同事，社区的电话才有人接。</View>
          <Button look="quiet" onTap={() => go(paths.membershipDuty())}>
            去交班
          </Button>
        </Card>
      ))}
      {office.map(({ id, words }) => (
        <Card key={id}>
          <View className="privacy-name">{`${words}只有您一位工作人员`}</View>
          <View className="privacy-line">先请一位同事来，您再注销。</View>
          <Button look="quiet" onTap={() => go(paths.membershipInvite())}>
            去请同事
          </Button>
        </Card>
      ))}
      {last.map(({ id, words }) => (
        <Card key={id}>
          <View className="privacy-name">{`${words}的书记台只有您一位`}</View>
          <View className="privacy-line">请街道先请一位接手，您再注销。</View>
        </Card>
      ))}
    </View>
  )
}
