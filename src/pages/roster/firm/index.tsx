import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { firmFieldOrder, firmFields, type FirmField } from '@domain/roster/worker'
import { dateWord } from '@domain/time'
import { useAction, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Section } from '@/components/Section'
import { AtDesk } from '../AtDesk'
import { PeoplePage } from '../list/PeoplePage'

/** 一企一档: the firm, who wrote what of it, and its people. */
export default function RosterFirm() {
  const { id } = useParams()
  return (
    <AtDesk>
      {communityId =>
        id ? (
          <Firm communityId={communityId} id={id} />
        ) : (
          <Empty icon="store" foot={<GoHome />}>
            没找到这家
          </Empty>
        )
      }
    </AtDesk>
  )
}

function Firm({ communityId, id }: { communityId: string; id: string }) {
  const { data, failure, reload } = useQuery(roster.firm, { communityId, id })
  const correct = useAction(roster.correctFirm)
  const [changed, setChanged] = useState<Partial<Record<FirmField, string>>>({})
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const told = new Map(data.fields.map(one => [one.field, one]))
  const save = async () => {
    const written = Object.entries(changed).filter(([, value]) => value.trim() !== '')
    const values = Object.fromEntries(written.map(([field, value]) => [field, value.trim()]))
    if (written.length > 0 && (await correct.run({ communityId, id, rev: data.rev, values }))) setChanged({})
  }
  return (
    <View className="roster">
      <Card>
        <View className="roster-name">{data.name}</View>
        {firmFieldOrder.map(field => {
          const one = told.get(field)
          return (
            <Field
              key={field}
              label={firmFields[field]}
              hint={one && `${one.by} · ${dateWord(one.at)}`}
              value={changed[field] ?? one?.value ?? ''}
              maxLength={60}
              onInput={value => setChanged({ ...changed, [field]: value })}
            />
          )
        })}
        <Button look="quiet" busy={correct.busy} onTap={save}>
          记下
        </Button>
        <FailureLine failure={correct.failure} />
      </Card>
      <Section title={`在册 ${data.people} 人`}>
        <PeoplePage communityId={communityId} filter={{ firmId: id }} />
      </Section>
    </View>
  )
}
