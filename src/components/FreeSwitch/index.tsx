import { people } from '@domain/people'
import { isOnDuty } from '@domain/rider/duty'
import { askedFor } from '@domain/template'
import { askToTell, useAction, useMe, useNow } from '@/client'
import { Notice } from '../Notice'
import { Switch } from '../Switch'

interface Props {
  /** What else there is to know about being free; without it, what being free means. */
  hint?: string | undefined
}

/** 我有空 / 不打扰, to the end of the day. */
export function FreeSwitch({ hint }: Props) {
  const me = useMe()
  const now = useNow()
  const { run, busy, failure } = useAction(people.free)
  const on = isOnDuty(me, now)
  const meaning = on ? '到今天结束前，有事会问您。随时可以关。' : '不问您，也不推消息。'
  const turn = (free: boolean) => {
    if (free) void askToTell(askedFor.ride)
    void run({ free })
  }
  return (
    <>
      <Switch on={on} busy={busy} hint={hint ?? meaning} onSwitch={turn} />
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </>
  )
}
