import type { Errand } from '@domain/errand/record'
import { paths, useNow } from '@/client'
import { Button } from '@/components/Button'
import { shareCardOf } from '@/components/ErrandActions'
import { wechat } from '@/wechat'

/** 发到群里说一声: kind, compound and time; whoever opens the card learns no more (SCREENS.md section 5). */
export function ShareErrand({ errand }: { errand: Errand }) {
  const now = useNow()
  const share = () => wechat.share(shareCardOf(errand, paths.errandOne({ id: errand.id }), now))
  return (
    <Button look="quiet" icon="share-2" openType="share" onTap={share}>
      发到群里说一声
    </Button>
  )
}
