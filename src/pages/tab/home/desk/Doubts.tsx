import { safety } from '@domain/safety'
import { useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { Section } from '@/components/Section'
import { DoubtRow } from './DoubtRow'

interface Props {
  communityId: string
}

/** 要看一眼的: words and pictures that others do not see before the desk has; nothing is drawn when nothing waits. */
export function Doubts({ communityId }: Props) {
  const { data, failure, reload } = useQuery(safety.queue, { communityId })
  const rows = data?.rows ?? []
  if (!data && failure) {
    return (
      <Section title="要看一眼的">
        <Failed onRetry={reload}>{failure.sentence}</Failed>
      </Section>
    )
  }
  if (rows.length === 0) return null
  return (
    <Section title={`要看一眼的 ${rows.length}`}>
      {rows.map(doubt => (
        <DoubtRow key={doubt.id} doubt={doubt} />
      ))}
    </Section>
  )
}
