import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'

/** A path without a household: typed by hand, or cut off in a chat. */
export function NoHome() {
  return (
    <Empty icon="house" foot={<GoHome />}>
      没找到这一家
    </Empty>
  )
}
