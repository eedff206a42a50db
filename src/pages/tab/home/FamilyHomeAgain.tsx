import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/standing'
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

/** 再来一次: 爸爸的午饭 · 妈妈的快递. */
export function FamilyHomeAgain({ errands }: { errands: readonly Errand[] }) {
  const options = doneOnce(errands).map(errand => ({ value: errand.id, label: titleOf(errand, 'family') }))
  if (options.length === 0) return null
  return (
    <Section title="再来一次">
      <Choice
        look="chips"
        options={options}
        chosen={undefined}
        onChoose={again => void go(paths.errandAsk({ again }))}
      />
    </Section>
  )
}
