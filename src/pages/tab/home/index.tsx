import type { ComponentType } from 'react'
import { useHat, useHomeShare, type Hat } from '@/client'
import { Screen } from '@/components/Screen'
import { DeskHome } from './DeskHome'
import { FamilyHome } from './FamilyHome'
import { KeeperHome } from './KeeperHome'
import { RiderHome } from './RiderHome'
import { TopBar } from './TopBar'
import './index.scss'

const homes: Record<Hat, ComponentType> = { family: FamilyHome, rider: RiderHome, desk: DeskHome, keeper: KeeperHome }

/** 首页: the first screen of whoever holds the phone, by the hat he wears. */
export default function Home() {
  const { hat } = useHat()
  useHomeShare()
  const Worn = homes[hat]
  return (
    <Screen>
      <TopBar />
      <Worn key={hat} />
    </Screen>
  )
}
