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
  const { data, failure, reload } = useQuery(errand.calls, { communityId })
  const elders = useQuery(told.untold, { communityId }).data?.rows ?? []
  const rows = data?.rows ?? []
  const count = rows.length + elders.length
  if (!data && failure) {
    return (
      <Section title="要打的电话">
        <Failed onRetry={reload}>{failure.sentence}</Failed>
      </Section>
    )
  }
  if (count === 0) return null
  return (
    <Section title={`要打的电话 ${count}`}>
      {elders.map(({ id, householdId, elder, sentence }) => (
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
