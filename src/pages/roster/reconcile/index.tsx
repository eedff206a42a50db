import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { bodies, listBodies } from '@domain/roster/claim'
import { pairWords } from '@domain/roster/reconciling'
import { clockOf, dayWord } from '@domain/time'
import { go, useAction, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'
import { Section } from '@/components/Section'
import { Tag } from '@/components/Tag'
import { AtDesk } from '../AtDesk'
import { ways } from '../ways'

/** 对账: two bodies' lists against each other; earlier ones with what is still open, or who signed. */
export default function RosterReconcile() {
  return <AtDesk>{communityId => <Reconciling communityId={communityId} />}</AtDesk>
}

type ListBody = (typeof listBodies)[number]

function Reconciling({ communityId }: { communityId: string }) {
  const [left, setLeft] = useState<ListBody>('firm')
  const [right, setRight] = useState<ListBody>('community')
  const [firm, setFirm] = useState('')
  const begin = useAction(roster.reconcile)
  const options = listBodies.map(value => ({ value, label: bodies[value] }))
  const run = async () => {
    const made = await begin.run({ communityId, left, right, ...(firm.trim() && { firm: firm.trim() }) })
    if (made) await go(ways.differences(made.id))
  }
  return (
    <View className="roster">
      <Field label="一边是">
        <Choice look="chips" ariaLabel="一边是" options={options} chosen={left} onChoose={setLeft} />
      </Field>
      <Field label="另一边是">
        <Choice look="chips" ariaLabel="另一边是" options={options} chosen={right} onChoose={setRight} />
      </Field>
      <Field label="只对一家" hint="不写就对所有人" value={firm} maxLength={30} onInput={setFirm} />
      <Button disabled={left === right} busy={begin.busy} onTap={run}>
        对一对
      </Button>
      <FailureLine failure={begin.failure} />
      <Section title="以前的">
        <Earlier communityId={communityId} />
      </Section>
    </View>
  )
}

function Earlier({ communityId }: { communityId: string }) {
  const now = useNow()
  const { data, failure, reload } = useQuery(roster.reconciliations, { communityId })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="list">还没对过账</Empty>
  return (
    <View className="roster-people">
      {data.rows.map(one => (
        <View
          key={one.id}
          className="roster-person"
          onClick={() => void go(ways.differences(one.id))}
          hoverClass="pressed"
          ariaRole="button"
        >
          <View className="roster-name">{[pairWords(one), one.firm].filter(Boolean).join(' · ')}</View>
          <View className="roster-line">{`${one.by} ${dayWord(one.at, now)} ${clockOf(one.at)}`}</View>
          <Tag tone={one.state === 'signed' ? 'done' : 'waiting'}>
            {one.state === 'signed' ? `${one.signedBy ?? ''}签了` : `还有 ${one.open} 处`}
          </Tag>
        </View>
      ))}
    </View>
  )
}
