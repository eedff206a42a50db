import { errand } from '@domain/errand'
import { kinds, type Errand } from '@domain/errand/record'
import { useQuery } from '@/client'
import { Choice } from '@/components/Choice'
import { kindOf } from '@/components/ErrandActions'
import { againOf, type Answers } from './answers'

const most = 3

/** What a household asked for before, each thing once, the latest first. */
export function usualOf(rows: readonly Errand[]): Errand[] {
  const said = ({ kind, what, pickUp }: Errand) => [kind, what, pickUp].join('|')
  return rows.filter((row, at) => row.what && rows.findIndex(one => said(one) === said(row)) === at).slice(0, most)
}

interface Props {
  householdId: string
  onChoose: (answers: Answers) => void
}

/** 照旧: everything as it was but the time. Nothing is drawn for a household that has not asked before. */
export function Usual({ householdId, onChoose }: Props) {
  const { data } = useQuery(errand.history, { householdId })
  const usual = usualOf(data?.rows ?? [])
  if (usual.length === 0) return null
  return (
    <Choice
      label="照旧"
      options={usual.map(one => ({
        value: one.id,
        label: `${kinds[kindOf(one)].name} · ${one.what ?? ''}`,
        icon: kinds[kindOf(one)].icon,
        ...(one.pickUp && { hint: one.pickUp }),
      }))}
      chosen={undefined}
      onChoose={id => {
        const chosen = usual.find(one => one.id === id)
        if (chosen) onChoose(againOf(chosen))
      }}
    />
  )
}
