import { useState } from 'react'
import { Failure } from '@domain/failure'
import { roster } from '@domain/roster'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Sheet } from '@/components/Sheet'
import { openDocument } from '@/wechat/document'
import type { Filter } from './PeoplePage'

const ways = [
  { value: 'masked', label: '电话只留头尾' },
  { value: 'whole', label: '带完整电话', hint: '只在要联系时带' },
] as const

/** 导出 of what the list shows; who took it along, and how many, is written down. */
export function ExportButton({ communityId, filter }: { communityId: string; filter: Filter }) {
  const [asking, setAsking] = useState(false)
  const [how, setHow] = useState<(typeof ways)[number]['value']>('masked')
  const [lost, setLost] = useState<Failure>()
  const take = useAction(roster.export)
  const run = async () => {
    setLost(undefined)
    const { find, trade, left } = filter
    const some = { ...(find && { find }), ...(trade && { trade }), ...(left && { left }) }
    const made = await take.run({ communityId, ...some, phones: how === 'whole' })
    if (!made) return
    try {
      await openDocument(made.url, made.name)
      setAsking(false)
    } catch (fault) {
      setLost(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
  }
  return (
    <>
      <Button look="quiet" inline icon="send" onTap={() => setAsking(true)}>
        导出
      </Button>
      <Sheet
        open={asking}
        title="导出 Excel"
        onClose={() => setAsking(false)}
        foot={
          <Button busy={take.busy} onTap={run}>
            导出，记下是我导的
          </Button>
        }
      >
        <Choice ariaLabel="电话怎么写" options={ways} chosen={how} onChoose={setHow} />
        <FailureLine failure={lost ?? take.failure} />
      </Sheet>
    </>
  )
}
