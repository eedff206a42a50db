import type { ReactNode } from 'react'
import { may } from '@domain/operation'
import { roster } from '@domain/roster'
import { useMe } from '@/client'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Screen } from '@/components/Screen'
import { InCommunity } from '../tab/station/InCommunity'
import './roster.scss'

interface Props {
  children: (communityId: string) => ReactNode
  bar?: ReactNode
}

/** A page of the desk's: whoever is not of it is told so. */
export function AtDesk({ children, bar }: Props) {
  const me = useMe()
  return (
    <Screen bar={bar}>
      <InCommunity>
        {communityId =>
          may(roster.list, me, { communityId }) ? (
            children(communityId)
          ) : (
            <Empty icon="users" foot={<GoHome />}>
              底数由社区来管
            </Empty>
          )
        }
      </InCommunity>
    </Screen>
  )
}
