import { View } from '@tarojs/components'
import { useState } from 'react'
import { tradeNames, trades, type Trade } from '@domain/person'
import { roster } from '@domain/roster'
import { go, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice, type Option } from '@/components/Choice'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { AtDesk } from '../AtDesk'
import { ways } from '../ways'
import { ExportButton } from './ExportButton'
import { PeoplePage } from './PeoplePage'

/** 底数: who works here, by name, by trade, or as looked for; and what is done with lists. */
export default function RosterList() {
  return <AtDesk>{communityId => <People key={communityId} communityId={communityId} />}</AtDesk>
}

const leftToo = 'left'
type Shown = Trade | typeof leftToo

function People({ communityId }: { communityId: string }) {
  const [typed, setTyped] = useState('')
  const [find, setFind] = useState('')
  const [shown, setShown] = useState<Shown>()
  const counts = useQuery(roster.counts, { communityId })
  const { all = 0, left = 0, trades: each = [] } = counts.data ?? {}
  const numbers = new Map(each.map(({ trade, count }) => [trade, count]))
  const options: Option<Shown>[] = [
    ...tradeNames.map(trade => ({ value: trade, label: `${trades[trade]} ${numbers.get(trade) ?? 0}` })),
    { value: leftToo, label: `已离开 ${left}` },
  ]
  const filter = {
    ...(find && { find }),
    ...(shown === leftToo ? { left: true } : shown ? { trade: shown } : {}),
  }
  return (
    <View className="roster">
      {counts.failure && <Failed onRetry={counts.reload}>{counts.failure.sentence}</Failed>}
      {counts.data && (
        <View className="roster-part">
          <View className="roster-head">
            <View className="roster-name">{`在册 ${all} 人`}</View>
            <Button look="text" inline icon="store" onTap={() => go(ways.firms())}>
              企业
            </Button>
          </View>
          <View className="roster-row">
            <Button look="quiet" inline icon="package" onTap={() => go(ways.bring())}>
              导入名单
            </Button>
            <Button look="quiet" inline icon="list" onTap={() => go(ways.reconcile())}>
              对账
            </Button>
            <ExportButton communityId={communityId} filter={filter} />
          </View>
          <Choice
            look="chips"
            ariaLabel="只看哪一行"
            options={options}
            chosen={shown}
            onChoose={value => setShown(value === shown ? undefined : value)}
          />
        </View>
      )}
      <Field
        label="找人"
        hint="姓名、单位的开头，或电话后四位"
        value={typed}
        maxLength={20}
        onInput={setTyped}
        onBlur={() => setFind(typed.trim())}
      />
      <Button look="quiet" onTap={() => setFind(typed.trim())}>
        找
      </Button>
      <PeoplePage key={JSON.stringify(filter)} communityId={communityId} filter={filter} />
    </View>
  )
}
