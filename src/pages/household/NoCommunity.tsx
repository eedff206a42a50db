import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'

/** Nobody has said yet which community it is about. */
export function NoCommunity() {
  return (
    <Empty icon="house" foot={<Button onTap={() => go(paths.peopleCommunity())}>选社区</Button>}>
      先选老人住的社区
    </Empty>
  )
}
