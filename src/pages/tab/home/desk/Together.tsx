import { go, paths } from '@/client'
import { Button } from '@/components/Button'

/** 一起派: a proposal for all that wait, where there is more than one. */
export function Together() {
  return (
    <Button look="text" inline onTap={() => go(paths.errandPropose())}>
      一起派
    </Button>
  )
}
