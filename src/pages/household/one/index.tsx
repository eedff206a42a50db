import { household } from '@domain/household'
import { useParams, useQuery } from '@/client'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { Asked } from '../Asked'
import { OneHome } from './OneHome'
import '../household.scss'

/** The elder's page: her record, who is bound to her, and what can be done for her; for the family and the desk. */
export default function HouseholdOne() {
  const { id } = useParams()
  const asked = useQuery(household.one, id ? { id } : null)
  const { data, failure } = asked
  return (
    <Screen
      bar={<CallCommunity communityId={data?.communityId} />}
      notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}
    >
      <Asked id={id} asked={asked}>
        {home => <OneHome home={home} />}
      </Asked>
    </Screen>
  )
}
