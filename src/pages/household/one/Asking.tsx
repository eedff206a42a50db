import { View } from '@tarojs/components'
import { household } from '@domain/household'
import type { Binding } from '@domain/household/binding'
import type { Household } from '@domain/household/record'
import { dateWord } from '@domain/time'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { useAtDesk } from './at-desk'

interface Props {
  binding: Binding
  home: Household
}

/** Somebody typed the code: a relative says yes or no; the desk says it for the elder, or on what it knows. */
export function Asking({ binding: { id, name = '有人', calls = '', until = 0 }, home }: Props) {
  const atDesk = useAtDesk(home)
  const bind = useAction(household.bind)
  const refuse = useAction(household.refuse)
  const busy = bind.busy || refuse.busy
  return (
    <Card>
      <View className="household__row">
        <View className="household__who">{`${name}想做家里人`}</View>
        <View className="household__line">{`他叫老人“${calls}”。等到 ${dateWord(until)}，没人答应就作废`}</View>
      </View>
      {atDesk ? (
        <>
          <Button look="quiet" icon="phone" busy={busy} onTap={() => bind.run({ id, said: 'elder' })}>
            老人电话里同意了
          </Button>
          <Button look="quiet" busy={busy} onTap={() => bind.run({ id, said: 'desk' })}>
            社区认得他，同意
          </Button>
        </>
      ) : (
        <Button look="quiet" icon="check" busy={busy} onTap={() => bind.run({ id })}>
          同意
        </Button>
      )}
      <Button look="text" busy={busy} onTap={() => refuse.run({ id })}>
        不同意
      </Button>
      <FailureLine failure={bind.failure ?? refuse.failure} />
    </Card>
  )
}
