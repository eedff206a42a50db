import { useMe, useParams } from '@/client'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { NoHome } from '../NoHome'
import { LooksPage } from './LooksPage'

/** 谁看过我家地址: everyone who was shown the door and the phones, as what, when, and for which errand. */
export default function HouseholdLooks() {
  const { id } = useParams()
  const home = useMe().households.find(kin => kin.id === id)
  return (
    <Screen>
      {home && (
        <Notice icon="shield-check">{`${home.calls || home.elder}，${home.place}。门牌和电话只给接单的人看，每次都记在这里。`}</Notice>
      )}
      {id ? <LooksPage id={id} /> : <NoHome />}
    </Screen>
  )
}
