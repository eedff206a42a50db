import type { Errand } from '@domain/errand/record'
import { people } from '@domain/people'
import { go, paths, useQuery } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'
import { FailureLine } from '@/components/ErrandActions'
import { Section } from '@/components/Section'

interface Props {
  communityId: string
  /** Errands of households that the community has not telephoned yet. */
  unverified: readonly Errand[]
  onOpen: (id: string) => void
}

/** 新来的: 3 位师傅待确认 · 1 户待核实; nothing when nobody is new. */
export function Newcomers({ communityId, unverified, onOpen }: Props) {
  const { data, failure } = useQuery(people.newcomers, { communityId })
  const waiting = data?.names ?? []
  const [first] = unverified
  if (waiting.length === 0 && !first && !failure) return null
  const elders = unverified.map(one => [one.elder, one.building].filter(Boolean).join(' ')).join('、')
  return (
    <Section title="新来的">
      {waiting.length > 0 && (
        <HomeEntry
          icon="users"
          title={`${waiting.length} 位师傅待确认`}
          line={waiting.join('、')}
          onOpen={() => void go(paths.riderApplicants())}
        />
      )}
      {first && (
        <HomeEntry
          icon="house"
          title={`${unverified.length} 户待核实`}
          line={`${elders}，先打电话`}
          onOpen={() => onOpen(first.id)}
        />
      )}
      <FailureLine failure={failure} />
    </Section>
  )
}
