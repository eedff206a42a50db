import { useState } from 'react'
import { go, paths, useCommunity } from '@/client'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { HomesPage } from './HomesPage'
import { NoCommunity } from '../NoCommunity'
import '../household.scss'

/** 住户: the desk finds an elder by name, building or the end of a phone. */
export default function HouseholdList() {
  const { id, loading } = useCommunity()
  const [typed, setTyped] = useState('')
  const [find, setFind] = useState('')
  const search = () => setFind(typed.trim())
  if (id === undefined) return <Screen>{loading ? <Loading /> : <NoCommunity />}</Screen>
  return (
    <Screen>
      <Field
        label="找一户"
        placeholder="王奶奶、3号楼、电话尾号"
        value={typed}
        maxLength={20}
        onInput={setTyped}
        onBlur={search}
      />
      <Button look="quiet" onTap={search}>
        找
      </Button>
      <HomesPage key={`${id} ${find}`} communityId={id} find={find} />
      <Button look="quiet" icon="plus" onTap={() => go(paths.householdAdd({ byPhone: true }))}>
        添一户
      </Button>
    </Screen>
  )
}
