import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'

/** What a page says to whom it is not for. */
export function OfOffice({ children }: { children: string }) {
  return (
    <Empty icon="users" foot={<GoHome />}>
      {children}
    </Empty>
  )
}
