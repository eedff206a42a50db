import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf } from '@domain/operation'
import { roster } from '@domain/roster'
import type { WorkerLine } from '@domain/roster/worker'
import { go, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screenful } from '@/components/Screenful'
import { Tag } from '@/components/Tag'
import { standingTone, standingWord, tradeWord } from '../words'
import { ways } from '../ways'

export type Filter = Omit<InputOf<typeof roster.list>, 'communityId' | 'after'>

interface Props {
  communityId: string
  filter: Filter
  after?: string
}

/** One page of people in name order; the next is asked for by a tap. */
export function PeoplePage({ communityId, filter, after }: Props) {
  const { data, failure, reload } = useQuery(roster.list, { communityId, ...filter, ...(after && { after }) })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { rows, next } = data
  if (rows.length === 0)
    return <Empty icon="users">{filter.find ? '没找到，换个写法试试' : '还没有人，先导一份名单'}</Empty>
  return (
    <View className="roster-part">
      <Screenful
        rows={rows}
        foot={
          next && !more ? (
            <Button look="text" onTap={() => setMore(true)}>
              往下再看
            </Button>
          ) : null
        }
      >
        {shown => (
          <View className="roster-people roster-people--wide">
            {shown.map(one => (
              <Person key={one.id} one={one} />
            ))}
          </View>
        )}
      </Screenful>
      {next && more && <PeoplePage communityId={communityId} filter={filter} after={next} />}
    </View>
  )
}

/** 张伟 · 外卖, the firm and the number by its ends. */
export function Person({ one }: { one: WorkerLine }) {
  const { id, name, trade, firm, phone, state } = one
  const tone = standingTone(state)
  return (
    <View className="roster-person" onClick={() => void go(ways.one(id))} hoverClass="pressed" ariaRole="button">
      <View className="roster-name">{`${name} · ${tradeWord(trade)}`}</View>
      <View className="roster-line">{[firm, phone].filter(Boolean).join(' · ')}</View>
      {tone && <Tag tone={tone}>{standingWord(state)}</Tag>}
    </View>
  )
}
