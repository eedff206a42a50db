import { useParams } from '@/client'
import { Screen } from '@/components/Screen'
import { NoHome } from '../NoHome'
import { ErrandsPage } from './ErrandsPage'
import '../household.scss'

/** 这家的点单: what was asked for this household, newest first. */
export default function HouseholdErrands() {
  const { id } = useParams()
  return <Screen>{id ? <ErrandsPage householdId={id} /> : <NoHome />}</Screen>
}
