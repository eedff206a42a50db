import { household } from '@domain/household'
import { people } from '@domain/people'
import { back, useAction, useParams, useQuery } from '@/client'
import { FailureLine } from '@/components/ErrandActions'
import { Screen } from '@/components/Screen'
import { Asked } from '../Asked'
import { EditForm } from './EditForm'
import '../household.scss'

/** 改一改: the record, against what was read of it. Somebody else was first: his is shown, and one begins from it. */
export default function HouseholdEdit() {
  const { id } = useParams()
  const asked = useQuery(household.one, id ? { id } : null)
  const communityId = asked.data?.communityId
  const community = useQuery(people.community, communityId ? { id: communityId } : null)
  const edit = useAction(household.edit)
  const { data: home } = asked
  return (
    <Screen>
      <Asked id={id} asked={home ? community : { ...asked, data: undefined }}>
        {found =>
          home && (
            <>
              <FailureLine failure={edit.failure} />
              <EditForm
                key={home.rev}
                home={home}
                community={found}
                busy={edit.busy}
                onSubmit={async changes => {
                  if (await edit.run({ id: home.id, rev: home.rev ?? '', ...changes })) await back()
                }}
              />
            </>
          )
        }
      </Asked>
    </Screen>
  )
}
