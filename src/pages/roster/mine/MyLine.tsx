import { View } from '@tarojs/components'
import { useState } from 'react'
import { tradeNames, trades } from '@domain/person'
import { roster, type OwnWords } from '@domain/roster'
import { fieldNames } from '@domain/roster/claim'
import type { MyLine as Line } from '@domain/roster/worker'
import { dateWord } from '@domain/time'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { Tag } from '@/components/Tag'
import { valueWord } from '../words'

const typed = ['name', 'firm', 'vehicle', 'plate'] as const

/** 有人把您登记为…，对不对？ Each field says who entered it and when. */
export function MyLine({ communityId, line }: { communityId: string; line: Line }) {
  const answer = useAction(roster.answer)
  const [changing, setChanging] = useState(false)
  const [own, setOwn] = useState<OwnWords>({})
  const { id, fields, state } = line
  const stands = new Map(fields.map(({ field, value }) => [field, value]))
  const name = stands.get('name') ?? ''
  const say = (what: 'right' | 'notMe') => answer.run({ communityId, id, what })
  const send = async () => {
    if (await answer.run({ communityId, id, what: 'changed', own })) setChanging(false)
  }
  return (
    <Card>
      <View className="roster-name">
        {state === 'confirmed' ? `您登记为${name}` : `有人把您登记为${name}，对不对？`}
      </View>
      {state === 'confirmed' && <Tag tone="done">您确认过</Tag>}
      {state === 'denied' && <Tag tone="plain">您说过不是您</Tag>}
      {fields.map(({ field, value, from, at }) => (
        <View key={field} className="roster-told">
          <View className="roster-why">{fieldNames[field]}</View>
          <View className="roster-value">{valueWord(field, value)}</View>
          <View className="roster-line">{`${from} · ${dateWord(at)}`}</View>
        </View>
      ))}
      {state !== 'confirmed' && (
        <Button busy={answer.busy} onTap={() => say('right')}>
          对
        </Button>
      )}
      <Button look="quiet" busy={answer.busy} onTap={() => setChanging(true)}>
        不对，改一改
      </Button>
      <Button look="text" busy={answer.busy} onTap={() => say('notMe')}>
        不是我
      </Button>
      <FailureLine failure={answer.failure} />
      <Sheet
        open={changing}
        title="改一改"
        onClose={() => setChanging(false)}
        foot={
          <Button busy={answer.busy} onTap={send}>
            就这么写
          </Button>
        }
      >
        {typed.map(field => (
          <Field
            key={field}
            label={fieldNames[field]}
            value={own[field] ?? stands.get(field) ?? ''}
            maxLength={20}
            onInput={value => setOwn({ ...own, [field]: value.trim() === '' ? undefined : value })}
          />
        ))}
        <Field label="行业">
          <Choice
            look="chips"
            ariaLabel="行业"
            options={tradeNames.map(value => ({ value, label: trades[value] }))}
            chosen={own.trade ?? tradeNames.find(one => one === stands.get('trade'))}
            onChoose={trade => setOwn({ ...own, trade })}
          />
        </Field>
      </Sheet>
    </Card>
  )
}
