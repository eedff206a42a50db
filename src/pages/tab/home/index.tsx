import { useCommunity, useHat } from '@/client'
import { plainCard } from '@/client/plain-card'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { FamilyHome } from './FamilyHome'
import { Later } from './Later'
import { TopBar } from './TopBar'
import './index.scss'

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
  return (
    <Screen>
      <TopBar />
      {hat === 'family' ? <FamilyHome /> : <Later key={hat}>{({ [hat]: Worn }) => <Worn />}</Later>}
    </Screen>
  )
}
