import { people } from '@domain/people'
import { useQuery } from '@/client'
import { Choice, toggled } from '@/components/Choice'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'

interface Props {
  communityId: string
  chosen: readonly string[]
  onChange: (areas: string[]) => void
}

/** The compounds he passes anyway, chosen from the community's own; none is an answer too. */
export function Areas({ communityId, chosen, onChange }: Props) {
  const { data, failure, reload } = useQuery(people.community, { id: communityId })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return (
    <Choice
      ariaLabel="常路过哪些小区"
      options={data.compounds.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={chosen}
      onChoose={id => onChange(toggled(chosen, id))}
    />
  )
}
