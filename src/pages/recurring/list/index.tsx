import { useParams } from '@/client'
import { Screen } from '@/components/Screen'
import { NoRule } from '../NoRule'
import { RulesPage } from './RulesPage'
import '../recurring.scss'

/** 定期和常用: what a household has asked for again and again, for its family and the desk. */
export default function RecurringList() {
  const { household } = useParams()
  return <Screen>{household ? <RulesPage householdId={household} /> : <NoRule />}</Screen>
}
