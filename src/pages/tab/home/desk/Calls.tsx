import { errand } from '@domain/errand'
import { told } from '@domain/household/told'
import { go, paths, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { ofCards, Screenful } from '@/components/Screenful'
import { HomeEntry } from '@/components/HomeEntry'
import { Section } from '@/components/Section'
import { CallRow } from './CallRow'

interface Props {
  communityId: string
}

/** 要打的电话: whatever reached no phone; nothing is drawn when everybody has been told. */
export function Calls({ communityId }: Props) {
  const calls = useQuery(errand.calls, { communityId })
  const elders = useQuery(told.untold, { communityId })
  const rows = calls.data?.rows ?? []
  const untold = elders.data?.rows ?? []
  const count = rows.length + untold.length
  // One of the two alone is shown, with what became of the other: a call that is not drawn is not made.
  const failed = [calls, elders].filter(({ data, failure }) => !data && failure)
  if (count === 0 && failed.length === 0) return null
  return (
    <Section title={count > 0 ? `要打的电话 ${count}` : '要打的电话'}>
      {failed[0]?.failure && (
        <Failed onRetry={() => failed.forEach(({ reload }) => void reload())}>{failed[0].failure.sentence}</Failed>
      )}
      {untold.map(({ id, householdId, elder, sentence }) => (
        <HomeEntry
          key={id}
          icon="phone"
          title={elder}
          line={sentence}
          onOpen={() => void go(paths.householdOne({ id: householdId }))}
        />
      ))}
      <Screenful rows={rows} most={ofCards}>
        {shown => shown.map(call => <CallRow key={`${call.id} ${call.notice}`} call={call} />)}
      </Screenful>
    </Section>
  )
}
