import { study } from '@domain/study'
import { useQuery } from '@/client'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'

const gathers = { residents: '居民在里面', riders: '师傅在里面', all: '大家都在里面' } as const

interface Props {
  communityId: string
  chosen?: string
  onChoose: (groupId: string) => void
}

/** 发到哪个群: one of the community's groups. */
export function Groups({ communityId, chosen, onChoose }: Props) {
  const { data, failure, reload } = useQuery(study.groups, { communityId })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="users">社区还没有登记群，请先找街道登记</Empty>
  const options = data.rows.map(({ id, name, audience }) => ({ value: id, label: name, hint: gathers[audience] }))
  return (
    <Field label="发到哪个群">
      <Choice options={options} chosen={chosen} onChoose={onChoose} ariaLabel="发到哪个群" />
    </Field>
  )
}
