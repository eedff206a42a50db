import { View } from '@tarojs/components'
import { useState } from 'react'
import { care, type VisitNote } from '@domain/care'
import { dateWord } from '@domain/time'
import { useAction, useMe, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { Tag } from '@/components/Tag'
import '../care.scss'

/** 来的人会读到: what riders found worth knowing of this home; its family may ask to take it away, the desk takes it away. */
export default function CareNotes() {
  const { id = '' } = useParams()
  const isKin = useMe().households.some(home => home.id === id)
  const { data, failure, reload } = useQuery(care.notes, id ? { householdId: id } : null)
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!id && <Empty foot={<GoHome />}>没找到这一家</Empty>}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <Empty icon="eye">还没有。师傅说了、社区看过的，会列在这里</Empty>}
      {data?.rows.map(note => (
        <OneNote key={note.id} note={note} isKin={isKin} />
      ))}
    </Screen>
  )
}

function OneNote({ note, isKin }: { note: VisitNote; isKin: boolean }) {
  const remove = useAction(care.remove)
  const [asking, setAsking] = useState(false)
  const isAsked = note.state === care.contest.moves.to
  return (
    <Card>
      <View className="care__words">{note.words}</View>
      <View className="care__line">{`${dateWord(note.at)} 一位师傅说的，社区看过`}</View>
      {isAsked && <Tag tone="waiting">已请社区去掉</Tag>}
      {isKin && !isAsked && (
        <Button look="quiet" onTap={() => setAsking(true)}>
          请社区去掉
        </Button>
      )}
      {!isKin && (
        <Button look="quiet" icon="x" busy={remove.busy} onTap={() => remove.run({ id: note.id })}>
          去掉
        </Button>
      )}
      <FailureLine failure={remove.failure} />
      {asking && <ContestSheet id={note.id} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function ContestSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const contest = useAction(care.contest)
  const [why, setWhy] = useState('')
  return (
    <Sheet
      open
      title="为什么去掉？"
      onClose={onClose}
      foot={
        <Button
          busy={contest.busy}
          disabled={why.trim() === ''}
          onTap={async () => (await contest.run({ id, why: why.trim() })) && onClose()}
        >
          请社区去掉
        </Button>
      }
    >
      <Field label="写一句" placeholder="狗已经送走了" value={why} maxLength={60} onInput={setWhy} />
      <FailureLine failure={contest.failure} />
    </Sheet>
  )
}
