import { household } from '@domain/household'
import { useParams, useQuery } from '@/client'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Asked } from '../Asked'
import { StandIns } from './StandIns'
import '../household.scss'

/** 替一天: who comes instead of the regular rider, on which days; the regular one stays. */
export default function HouseholdSubstitutes() {
  const { id } = useParams()
  const asked = useQuery(household.one, id ? { id } : null)
  const { data, failure } = asked
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      <Asked id={id} asked={asked}>
        {home => <StandIns home={home} />}
      </Asked>
    </Screen>
  )
}
