import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import type { Me } from '@domain/role'
import { go, paths } from '@/client'
import { Choice } from '@/components/Choice'
import { Section } from '@/components/Section'

const most = 3

/** One of each: the latest errand that was done for a household and kind. */
export function doneOnce(errands: readonly Errand[]): Errand[] {
  const done = errands.filter(({ state }) => state === 'confirmed')
  const nameOf = (errand: Errand) => `${errand.householdId} ${titleOf(errand, 'family')}`
  return done.filter((errand, at) => done.findIndex(other => nameOf(other) === nameOf(errand)) === at).slice(0, most)
}

interface Props {
  errands: readonly Errand[]
  households: Me['households']
}

/** 再来一次: what is kept by its name first, then 爸爸的午饭 · 妈妈的快递 as they were done last. */
export function FamilyHomeAgain({ errands, households }: Props) {
  const kept = households.flatMap(({ usual = [] }) => usual)
  const named = kept.map(({ id, name }) => ({ value: id, label: name }))
  const done = doneOnce(errands).map(errand => ({ value: errand.id, label: titleOf(errand, 'family') }))
  const options = [...named, ...done.filter(({ label }) => !named.some(one => one.label === label))]
  if (options.length === 0) return null
  return (
    <Section title="再来一次">
      <Choice
        look="chips"
        options={options}
        chosen={undefined}
        onChoose={id => void go(paths.errandAsk(kept.some(one => one.id === id) ? { template: id } : { again: id }))}
      />
    </Section>
  )
}
