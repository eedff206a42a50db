import { View } from '@tarojs/components'
import { people } from '@domain/people'
import { useAction, useMe, useNow } from '@/client'
import { Notice } from '@/components/Notice'
import { Switch } from '@/components/Switch'

/** 我有空 / 不打扰, to the end of the day. */
export function FreeSwitch() {
  const { freeUntil } = useMe()
  const { run, busy, failure } = useAction(people.free)
  const on = freeUntil > useNow()
  return (
    <View>
      <Switch
        on={on}
        busy={busy}
        onSwitch={free => void run({ free })}
        hint={on ? '到今天结束前，有事会问您。随时可以关。' : '不问您，也不推消息。'}
      />
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </View>
  )
}
