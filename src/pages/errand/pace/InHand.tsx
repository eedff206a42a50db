import { errand } from '@domain/errand'
import { isInHand } from '@domain/errand/record'
import { go, paths, useNow, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { errandCard } from '@/components/ErrandActions'
import { ListCard } from '@/components/ListCard'
import { Section } from '@/components/Section'

/** 在外面的: who carries something right now. */
export function InHand({ communityId }: { communityId: string }) {
  const now = useNow()
  const { data, failure, reload } = useQuery(errand.board, { communityId })
  const carried = (data?.rows ?? []).filter(isInHand)
  if (!data && failure) return <Failed onRetry={reload}>{failure.sentence}</Failed>
  if (carried.length === 0) return null
  return (
    <Section title={`现在在外面的 ${carried.length}`}>
      {carried.map(row => (
        <ListCard key={row.id} card={errandCard(row, 'desk', now)} onOpen={id => void go(paths.errandOne({ id }))} />
      ))}
    </Section>
  )
}
