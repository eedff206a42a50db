import { View } from '@tarojs/components'
import { failures } from '@domain/failure'
import { recurring } from '@domain/recurring'
import { refusalOfRhythm, rhythmOf, type Recurring } from '@domain/recurring/record'
import type { Rhythm } from '@domain/recurring/calendar'
import { back, useAction, useDraft, useMe, useNow, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { chosenOf, type Chosen } from '../days'
import { NoRule } from '../NoRule'
import { RhythmForm } from '../RhythmForm'
import { titleOfRule } from '../words'

/** 改日子: other days and hours; what is brought stays. */
export default function RecurringChange() {
  const { id } = useParams()
  const { data, failure, reload } = useQuery(recurring.one, id ? { id } : null)
  const rhythm = data && rhythmOf(data)
  return (
    <Screen bar={<CallCommunity communityId={data?.communityId} />}>
      {(!id || (data && !rhythm)) && <NoRule />}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && rhythm && <ChangeRule rule={data} rhythm={rhythm} />}
    </Screen>
  )
}

function ChangeRule({ rule, rhythm }: { rule: Recurring; rhythm: Rhythm }) {
  const { id, rev = '' } = rule
  const me = useMe()
  const now = useNow()
  const change = useAction(recurring.change)
  const [chosen, keep, clear] = useDraft<Chosen>(`recurring.${id}.${rev}`, chosenOf(rhythm))
  const refused = refusalOfRhythm(chosen, now)
  const save = async () => {
    const done = await change.run({ id, rev, ...chosen })
    if (!done) return
    clear()
    await back()
  }
  return (
    <View className="recurring">
      <View className="recurring__title">{titleOfRule(rule, me)}</View>
      <RhythmForm chosen={chosen} now={now} onChange={keep} />
      <Notice>已经点好的那一天不跟着变，要改请在那一单里改</Notice>
      {refused !== undefined && refused !== 'BAD_INPUT' && <Notice tone="waiting">{failures[refused]({})}</Notice>}
      <FailureLine failure={change.failure} />
      <Button busy={change.busy} disabled={refused !== undefined} onTap={save}>
        就这样改
      </Button>
    </View>
  )
}
