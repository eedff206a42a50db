import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import type { List } from '@domain/roster/list'
import { decisionNames, decisions } from '@domain/roster/merging'
import { kindNames, kinds, type Kind } from '@domain/roster/sorting'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { Part } from './Part'

interface Props {
  communityId: string
  list: List
  onColumns: () => void
}

/** How many rows are what, the rows themselves, and the tap that takes them in. */
export function Sorted({ communityId, list, onColumns }: Props) {
  const { id, counts, open = 0, state, done = 0 } = list
  const first = kindNames.find(kind => (counts?.[kind] ?? 0) > 0) ?? 'new'
  const [kind, setKind] = useState<Kind>(first)
  const [rest, setRest] = useState(false)
  const confirm = useAction(roster.confirm)
  const decide = useAction(roster.decide)
  const drop = useAction(roster.drop)
  const [progress, setProgress] = useState<{ done: number; of: number }>()
  if (!counts) return null
  const all = kindNames.reduce((sum, one) => sum + counts[one], 0)
  const takeIn = async () => {
    // A long list is taken in call after call; one that fails goes on with the next tap.
    for (;;) {
      const answer = await confirm.run({ communityId, id })
      if (!answer || answer.state === 'applied') return
      setProgress(answer)
    }
  }
  const isGoing = state === 'applying'
  const so = progress ?? (isGoing ? { done, of: all - counts.wrong } : undefined)
  return (
    <>
      <View className="roster-name">{`共 ${all} 行`}</View>
      <Choice
        look="chips"
        ariaLabel="看哪一种"
        options={kindNames.map(value => ({ value, label: `${kinds[value]} ${counts[value]}` }))}
        chosen={kind}
        onChoose={setKind}
      />
      {kind === 'conflict' && open > 1 && !isGoing && (
        <Button look="quiet" onTap={() => setRest(true)}>
          {`剩下的 ${open} 条一起定`}
        </Button>
      )}
      <Part key={`${kind} ${list.at}`} communityId={communityId} id={id} kind={kind} part={0} fixed={isGoing} />
      {so && <Notice tone="going">{`导了 ${so.done} 行，共 ${so.of} 行`}</Notice>}
      {open > 0 && <Notice tone="waiting">{`还有 ${open} 条对不上的没定`}</Notice>}
      {counts.wrong > 0 && !isGoing && <Notice>{`有问题的 ${counts.wrong} 行不导，别的照导`}</Notice>}
      <FailureLine failure={confirm.failure ?? drop.failure ?? decide.failure} />
      <Button disabled={open > 0} busy={confirm.busy} onTap={takeIn}>
        {isGoing ? '接着导' : `确认，导入 ${all - counts.wrong} 行`}
      </Button>
      <View className="roster-row">
        {!isGoing && (
          <Button look="text" inline onTap={onColumns}>
            列不对，改一改
          </Button>
        )}
        <Button look="text" inline busy={drop.busy} onTap={() => drop.run({ communityId, id })}>
          {isGoing ? '剩下的不导了' : '不导了'}
        </Button>
      </View>
      <Sheet open={rest} title={`剩下的 ${open} 条`} onClose={() => setRest(false)}>
        {decisionNames.map(decision => (
          <Button
            key={decision}
            look="quiet"
            busy={decide.busy}
            onTap={async () => {
              if (await decide.run({ communityId, id, decision })) setRest(false)
            }}
          >
            {`都${decisions[decision]}`}
          </Button>
        ))}
      </Sheet>
    </>
  )
}
