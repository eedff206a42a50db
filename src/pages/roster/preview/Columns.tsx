import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { fieldNames } from '@domain/roster/claim'
import { columns as allColumns, type Column } from '@domain/roster/header'
import type { List, SheetSeen } from '@domain/roster/list'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

const names: Record<Column, string> = { ...fieldNames, community: '社区', none: '不要这一列' }

interface Props {
  communityId: string
  list: List
  onSorted: () => void
}

/** Which sheet, and which column is which: as it was recognised, to be put right by a tap. */
export function Columns({ communityId, list, onSorted }: Props) {
  const { id, sheets = [] } = list
  const best = sheets.findIndex(({ headRow }) => headRow !== undefined)
  const [at, setAt] = useState(best === -1 ? 0 : best)
  const sheet = sheets[at]
  if (!sheet) return <Empty icon="list">这份表里没有内容</Empty>
  return (
    <View className="roster">
      {sheets.length > 1 && (
        <Field label="哪一张表">
          <Choice
            look="chips"
            ariaLabel="哪一张表"
            options={sheets.map(({ name, rows }, i) => ({ value: String(i), label: `${name}（${rows} 行）` }))}
            chosen={String(at)}
            onChoose={value => setAt(Number(value))}
          />
        </Field>
      )}
      <OneSheet key={at} communityId={communityId} id={id} at={at} sheet={sheet} onSorted={onSorted} />
    </View>
  )
}

interface OneProps {
  communityId: string
  id: string
  at: number
  sheet: SheetSeen
  onSorted: () => void
}

function OneSheet({ communityId, id, at, sheet, onSorted }: OneProps) {
  const sort = useAction(roster.sort)
  const [columns, setColumns] = useState<readonly Column[]>(sheet.columns)
  const [choosing, setChoosing] = useState<number>()
  const set = (column: Column) => {
    // A field is one column's: the other one gives it up.
    setColumns(columns.map((before, i) => (i === choosing ? column : before === column ? 'none' : before)))
    setChoosing(undefined)
  }
  const run = async () => {
    const { headRow = 0 } = sheet
    if (await sort.run({ communityId, id, sheet: at, headRow, columns: [...columns] })) onSorted()
  }
  return (
    <>
      {sheet.headRow === undefined && <Notice tone="waiting">没认出表头，请点一点，说明每列是什么</Notice>}
      <Card>
        {sheet.head.map((head, i) => (
          <View key={`${i} ${head}`} className="roster-head roster-told">
            <View>
              <View className="roster-value">{head || `第 ${i + 1} 列`}</View>
              <View className="roster-line">
                {sheet.samples
                  .map(row => row[i])
                  .filter(Boolean)
                  .join('、')}
              </View>
            </View>
            <Button
              look="quiet"
              inline
              ariaLabel={`${head || `第 ${i + 1} 列`}是${names[columns[i] ?? 'none']}，换一换`}
              onTap={() => setChoosing(i)}
            >
              {names[columns[i] ?? 'none']}
            </Button>
          </View>
        ))}
      </Card>
      <Button busy={sort.busy} onTap={run}>
        列对了，和底数比一比
      </Button>
      <FailureLine failure={sort.failure} />
      <Sheet open={choosing !== undefined} title="这一列是" onClose={() => setChoosing(undefined)}>
        <Choice
          look="chips"
          ariaLabel="这一列是"
          options={allColumns.map(value => ({ value, label: names[value] }))}
          chosen={columns[choosing ?? 0]}
          onChoose={set}
        />
      </Sheet>
    </>
  )
}
