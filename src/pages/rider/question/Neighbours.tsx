import { rider } from '@domain/rider'
import { useQuery } from '@/client'
import { Choice, toggled } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'

interface Props {
  communityId: string
  chosen: readonly string[]
  onChange: (neighbours: string[]) => void
}

/** The other communities of the subdistrict that he passes; none is an answer too. */
export function Neighbours({ communityId, chosen, onChange }: Props) {
  const { data, failure, reload } = useQuery(rider.neighbours, { communityId })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="map-pin">现在没有互助的邻近社区</Empty>
  return (
    <Choice
      look="chips"
      ariaLabel="还路过哪些社区"
      options={data.rows.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={chosen}
      onChoose={id => onChange(toggled(chosen, id))}
    />
  )
}
