import { people } from '@domain/people'
import { useCommunity, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { ApplicantCard } from './ApplicantCard'

/** 新来的师傅: who applied, the first to apply first. Until one is confirmed he sees no errand. */
export default function PeopleApplicants() {
  const { id, loading } = useCommunity()
  const now = useNow()
  const { data, failure, reload } = useQuery(people.applicants, id ? { communityId: id } : null)
  const community = useQuery(people.community, id ? { id } : null)
  const compounds = community.data?.compounds ?? []
  const nameOf = (compoundId: string) => compounds.find(compound => compound.id === compoundId)?.name
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!id && !loading && (
        <Empty icon="users" foot={<GoHome />}>
          新来的师傅由社区来确认
        </Empty>
      )}
      {(id || loading) && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <Empty icon="users">没有等确认的师傅。有人报名，会列在这里</Empty>}
      {id && (
        <Screenful rows={data?.rows ?? []}>
          {shown =>
            shown.map((applicant, at) => (
              <ApplicantCard
                key={applicant.id}
                applicant={applicant}
                communityId={id}
                passes={applicant.areas.flatMap(area => nameOf(area) ?? [])}
                now={now}
                loud={at === 0}
              />
            ))
          }
        </Screenful>
      )}
    </Screen>
  )
}
