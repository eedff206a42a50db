import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { may } from '@domain/operation'
import { useHat, useMe } from '@/client'

/** True for whoever reads it at the desk; of his own family only while he wears that hat. */
export function useAtDesk(home: Pick<Household, 'communityId' | 'my'>): boolean {
  const me = useMe()
  const { hat } = useHat()
  return may(household.regular, me, home) && (hat === 'desk' || !home.my.includes('family'))
}
