import { View } from '@tarojs/components'
import { useState } from 'react'
import { lacking, ticked, type Matter } from '@domain/consent'
import { askNeeds } from '@domain/errand/ask'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { failures } from '@domain/failure'
import { recurring } from '@domain/recurring'
import { mayRecur, refusalOfRhythm } from '@domain/recurring/record'
import { paths, redirect, useAction, useDraft, useHat, useMe, useNow } from '@/client'
import { Agree } from '@/components/Agree'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { chosenAfter, type Chosen } from '../days'
import { RhythmForm } from '../RhythmForm'
import { whenWords } from '../words'

/** The days are asked for; everything else is as it was. */
export function AddRule({ errand }: { errand: Errand }) {
  const me = useMe()
  const now = useNow()
  const { hat } = useHat(errand.communityId)
  const add = useAction(recurring.add)
  const [chosen, keep, clear] = useDraft<Chosen>(`recurring.${errand.id}`, chosenAfter(errand.when, now))
  const [agreed, agree] = useState<Matter[]>([])
  const isFamily = errand.my.includes('family') && hat !== 'desk'
  const asked = isFamily ? lacking(me, askNeeds(errand.kind)) : []
  const refused = refusalOfRhythm(chosen, now)
  const isReady = refused === undefined && asked.every(what => agreed.includes(what))
  if (!mayRecur(errand.kind)) return <Notice>这样的单每次都不一样，要一次一次点</Notice>
  const save = async () => {
    const made = await add.run({ errandId: errand.id, ...chosen, ...(asked.length > 0 && { agreed: ticked(agreed) }) })
    if (!made) return
    clear()
    await redirect(paths.recurringOne({ id: made.id }))
  }
  return (
    <View className="recurring">
      <View>
        <View className="recurring__title">{`${titleOf(errand, isFamily ? 'family' : 'desk')}，哪几天要？`}</View>
        {errand.what && <View className="recurring__line">{errand.what}</View>}
      </View>
      <RhythmForm chosen={chosen} now={now} onChange={keep} />
      {refused === undefined && (
        <Notice icon="calendar">{`${whenWords({ ...chosen, skips: [] })}，前一天下午自动点好，哪天不要都能停`}</Notice>
      )}
      {refused !== undefined && refused !== 'BAD_INPUT' && <Notice tone="waiting">{failures[refused]({})}</Notice>}
      <Agree asked={asked} ticked={agreed} onTick={agree} />
      <FailureLine failure={add.failure} />
      <Button busy={add.busy} disabled={!isReady} onTap={save}>
        就这样定
      </Button>
    </View>
  )
}
