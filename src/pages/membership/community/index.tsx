import { useParams } from '@/client'
import { Screen } from '@/components/Screen'
import { NewCommunity } from './NewCommunity'
import { OneCommunity } from './OneCommunity'
import '../membership.scss'

/** 社区, as its desk and its subdistrict write it down; without one, a new one. */
export default function MembershipCommunity() {
  const { c } = useParams()
  return <Screen>{c ? <OneCommunity id={c} /> : <NewCommunity />}</Screen>
}
