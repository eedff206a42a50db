import { View } from '@tarojs/components'
import { useState } from 'react'
import { tradeNames, trades, type Trade } from '@domain/person'
import { roster } from '@domain/roster'
import { go, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { HomeEntry } from '@/components/HomeEntry'
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
  const options = [
    ...tradeNames.map(trade => ({ value: trade as Shown, label: `${trades[trade]} ${numbers.get(trade) ?? 0}` })),
    { value: leftToo as Shown, label: `已离开 ${left}` },
  ]
  const filter = {
    ...(find && { find }),
    ...(shown === leftToo ? { left: true } : shown ? { trade: shown } : {}),
  }
  return (
    <View className="roster">
      <View className="roster-part">
        <HomeEntry
          icon="package"
          title="导入名单"
          line="Excel 或 CSV，先看一看再导"
          onOpen={() => void go(ways.bring())}
        />
        <HomeEntry icon="list" title="对账" line="两边的名单对到一样" onOpen={() => void go(ways.reconcile())} />
        <HomeEntry icon="store" title="企业" line="一企一档" onOpen={() => void go(ways.firms())} />
      </View>
      {counts.failure && <Failed onRetry={counts.reload}>{counts.failure.sentence}</Failed>}
      {counts.data && (
        <View className="roster-part">
          <View className="roster-name">{`在册 ${all} 人`}</View>
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
      <View className="roster-row">
        <Button look="quiet" inline onTap={() => setFind(typed.trim())}>
          找
        </Button>
        <ExportButton communityId={communityId} filter={filter} />
      </View>
      <PeoplePage key={JSON.stringify(filter)} communityId={communityId} filter={filter} />
    </View>
  )
}
