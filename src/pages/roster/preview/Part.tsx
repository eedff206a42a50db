import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { fieldNames, isSensitive } from '@domain/roster/claim'
import type { PreviewRow } from '@domain/roster/list'
import { decisionNames, decisions } from '@domain/roster/merging'
import { kinds, type Kind } from '@domain/roster/sorting'
import { useAction, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screenful } from '@/components/Screenful'

interface Props {
  communityId: string
  id: string
  kind: Kind
  part: number
  /** It is being taken in: nothing can be decided any more. */
  fixed: boolean
}

/** A hundred rows of one kind as they stand in the sheet; the next by a tap. */
export function Part({ communityId, id, kind, part, fixed }: Props) {
  const { data, failure, reload } = useQuery(roster.rows, { communityId, id, kind, part })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="circle-check">{`没有${kinds[kind]}的`}</Empty>
  const next =
    data.more && !more ? (
      <Button look="text" onTap={() => setMore(true)}>
        往下再看
      </Button>
    ) : null
  return (
    <View className="roster-part">
      <Screenful rows={data.rows} foot={next}>
        {shown =>
          kind === 'conflict' ? (
            shown.map(row => <Conflict key={row.row} communityId={communityId} id={id} row={row} fixed={fixed} />)
          ) : (
            <View className="roster-people">
              {shown.map(row => (
                <View key={row.row} className="roster-person">
                  <View className="roster-head">
                    <View className="roster-name">{row.name || '没有姓名'}</View>
                    <View className="roster-letter">{`第 ${row.row} 行`}</View>
                  </View>
                  {row.line && <View className="roster-line">{row.line}</View>}
                  <View className="roster-why">{row.why}</View>
                </View>
              ))}
            </View>
          )
        }
      </Screenful>
      {data.more && more && <Part communityId={communityId} id={id} kind={kind} part={part + 1} fixed={fixed} />}
    </View>
  )
}

/** What the roster says and what the list says, side by side, and what is to become of it. */
function Conflict({ communityId, id, row, fixed }: Omit<Props, 'kind' | 'part'> & { row: PreviewRow }) {
  const decide = useAction(roster.decide)
  return (
    <Card>
      <View className="roster-head">
        <View className="roster-name">{row.name}</View>
        <View className="roster-letter">{`第 ${row.row} 行`}</View>
      </View>
      <View className="roster-why">{row.line}</View>
      {row.differs.map(({ field, ours, theirs }) => (
        <View key={field} className="roster-two">
          <View className="roster-side">
            <View className="roster-why">{`底数 · ${fieldNames[field]}`}</View>
            <View className="roster-value">{isSensitive(field) ? '不一样' : ours}</View>
          </View>
          <View className="roster-side">
            <View className="roster-why">{`表里 · ${fieldNames[field]}`}</View>
            <View className="roster-value">{isSensitive(field) ? '不一样' : theirs}</View>
          </View>
        </View>
      ))}
      {fixed ? null : (
        <Choice
          look="chips"
          ariaLabel={`第 ${row.row} 行${row.name}怎么定`}
          options={decisionNames.map(value => ({ value, label: decisions[value] }))}
          chosen={row.decision}
          onChoose={decision => void decide.run({ communityId, id, row: row.row, decision })}
        />
      )}
      <FailureLine failure={decide.failure} />
    </Card>
  )
}
