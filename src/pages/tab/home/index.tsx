import type { ComponentType } from 'react'
import { useCommunity, useHat, type Hat } from '@/client'
import { plainCard } from '@/client/plain-card'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { DeskHome } from './DeskHome'
import { FamilyHome } from './FamilyHome'
import { KeeperHome } from './KeeperHome'
import { DepartmentHome, OfficeHome } from './OfficeHome'
import { RiderHome } from './RiderHome'
import { TopBar } from './TopBar'
import './index.scss'

const homes: Record<Hat, ComponentType> = {
  family: FamilyHome,
  rider: RiderHome,
  desk: DeskHome,
  keeper: KeeperHome,
  department: DepartmentHome,
  office: OfficeHome,
}

/** 首页: the first screen of whoever holds the phone, by the hat he wears. */
export default function Home() {
  const { hat } = useHat()
  // WeChat's menu would send a picture of this page, with what is being done for whom on it; a lesson's own button offers its own card.
  useShare(plainCard)
  const { loading } = useCommunity()
  // Until it is known who this is nothing is drawn: a guest's home would be sent, and taken away again.
  if (loading)
    return (
      <Screen>
        <Loading />
      </Screen>
    )
  const Worn = homes[hat]
  return (
    <Screen>
      <TopBar />
      <Worn key={hat} />
    </Screen>
  )
}
