import { errand } from '@domain/errand'
import { useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { ofCards, Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import { CallRow } from './CallRow'

interface Props {
  communityId: string
}

/** 要打的电话: whatever reached no phone; nothing is drawn when everybody has been told. */
export function Calls({ communityId }: Props) {
  const { data, failure, reload } = useQuery(errand.calls, { communityId })
  const rows = data?.rows ?? []
  if (!data && failure) {
    return (
      <Section title="要打的电话">
        <Failed onRetry={reload}>{failure.sentence}</Failed>
      </Section>
    )
  }
  if (rows.length === 0) return null
  return (
    <Section title={`要打的电话 ${rows.length}`}>
      <Screenful rows={rows} most={ofCards}>
        {shown => shown.map(call => <CallRow key={`${call.id} ${call.notice}`} call={call} />)}
      </Screenful>
    </Section>
  )
}
