import { errand } from '@domain/errand'
import type { Stop } from '@domain/errand/record'
import { clockOf, dayOf, dayWord } from '@domain/time'
import { useAction, useNow } from '@/client'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'

interface Props {
  communityId: string
  stop: Stop | undefined
}

/** 天气停派, as long as it holds, and the tap that ends it. */
export function Stopped({ communityId, stop }: Props) {
  const now = useNow()
  const { run, busy, failure } = useAction(errand.goOn, ['people'])
  if (!stop || stop.until <= now) return null
  const day = dayOf(stop.until) === dayOf(now) ? '' : dayWord(stop.until, now)
  return (
    <>
      <Notice tone="waiting" icon="umbrella" action="恢复派单" onAction={() => !busy && void run({ communityId })}>
        {`天气停派：${stop.why}，到${day} ${clockOf(stop.until)}`}
      </Notice>
      <FailureLine failure={failure} />
    </>
  )
}
