import type { Errand } from '@domain/errand/record'
import { errand as errands } from '@domain/errand'
import { call, useNow } from '@/client'
import { Button } from '@/components/Button'
import { wechat } from '@/wechat'
import { errandShare } from './card/card'

/** 发到群里说一声: kind, compound and time; whoever opens the card learns no more (SCREENS.md section 5). Its page offers the card, too. */
export function ShareErrand({ errand }: { errand: Errand }) {
  const now = useNow()
  // An ordinary card is as good: whatever goes wrong, the errand is shared.
  const live = async () => (await call(errands.card, { id: errand.id }).catch(() => undefined))?.id
  const share = () => wechat.share({ ...errandShare(errand, now), live })
  return (
    <Button look="quiet" icon="share-2" openType="share" onTap={share}>
      发到群里说一声
    </Button>
  )
}
