import type { Errand } from '@domain/errand/record'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'

/** 一起派: a proposal for all that wait, where there is more than one; whoever must be telephoned first is in none. */
export function Together({ waiting }: { waiting: readonly Errand[] }) {
  if (waiting.filter(one => !one.newcomer).length < 2) return null
  return (
    <Button look="text" inline onTap={() => go(paths.errandPropose())}>
      一起派
    </Button>
  )
}
