import { people } from '@domain/people'
import { useAction, useMe, useNow } from '@/client'
import { FailureLine } from '@/components/ErrandActions'
import { Switch } from '@/components/Switch'
import { quietWords } from './hands'

/** 我有空 / 不打扰, to the end of the day; under it the hours in which his trade is left in peace. */
export function FreeSwitch() {
  const me = useMe()
  const now = useNow()
  const free = useAction(people.free)
  return (
    <>
      <Switch
        on={me.freeUntil > now}
        busy={free.busy}
        hint={quietWords(me.trade)}
        onSwitch={on => void free.run({ free: on })}
      />
      <FailureLine failure={free.failure} />
    </>
  )
}
