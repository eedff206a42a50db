import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import { useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'
import type { StepProps } from './step'

interface Props extends StepProps {
  communityId: string
  onAdd: () => void
}

/** 接到电话: the caller's household, found by what he is called or where he lives, or written down now. */
export function FindHousehold({ communityId, answers, answer, onAdd }: Props) {
  const [typed, setTyped] = useState('')
  const [find, setFind] = useState('')
  const { data, failure, reload } = useQuery(household.list, { communityId, ...(find ? { find } : {}) })
  const rows = data?.rows ?? []
  const wordsOf = (row: (typeof rows)[number]) =>
    `${row.elder ?? ''}（${[row.compound, row.building].filter(Boolean).join(' ')}）`
  const choose = (id: string) => {
    const row = rows.find(one => one.id === id)
    if (row) answer({ householdId: id, communityId, whom: `${row.elder ?? ''}（${row.building ?? ''}）` })
  }
  return (
    <View className="ask__list">
      <Field
        label="找一户"
        placeholder="王奶奶、3号楼"
        value={typed}
        maxLength={12}
        onInput={setTyped}
        onBlur={() => setFind(typed.trim())}
      />
      <Button look="quiet" onTap={() => setFind(typed.trim())}>
        找
      </Button>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && rows.length === 0 && <Empty icon="house">没找到，添一户就行</Empty>}
      <Choice
        ariaLabel="给谁"
        options={rows.map(row => ({ value: row.id, label: wordsOf(row), ...(row.stairs ? { hint: row.stairs } : {}) }))}
        chosen={answers.householdId}
        onChoose={choose}
      />
      <Button look="quiet" icon="plus" onTap={onAdd}>
        添一位老人
      </Button>
    </View>
  )
}
