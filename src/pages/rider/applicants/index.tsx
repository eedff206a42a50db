import { rider } from '@domain/rider'
import { go, paths, useCommunity, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { useNames } from '../use-names'
import { ApplicantCard } from './ApplicantCard'
import { RiderRow } from './RiderRow'

/** 师傅: who applied, the first to apply first; until one is confirmed he sees no errand. Below them who is one already. */
export default function RiderApplicants() {
  const { id, loading } = useCommunity()
  const now = useNow()
  const applicants = useQuery(rider.applicants, id ? { communityId: id } : null)
  const here = useQuery(rider.list, id ? { communityId: id } : null)
  // Both lists are drawn in one: what comes below would send again what stands above.
  const data = here.data || here.failure ? applicants.data : undefined
  const { failure, reload } = applicants
  const nameOf = useNames(data && data.rows.length > 0 ? id : undefined)
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
                nameOf={nameOf}
                now={now}
                loud={at === 0}
              />
            ))
          }
        </Screenful>
      )}
      {data && here.failure && <Notice tone="stuck">{here.failure.sentence}</Notice>}
      {data && here.data && here.data.rows.length > 0 && (
        <Fold title="这里的师傅" count={here.data.rows.length} open={data.rows.length === 0}>
          <Button look="quiet" icon="users" onTap={() => go(paths.errandTurns())}>
            轮到谁
          </Button>
          <Screenful rows={here.data.rows}>{shown => shown.map(row => <RiderRow key={row.id} row={row} />)}</Screenful>
        </Fold>
      )}
    </Screen>
  )
}
