import type { TemplateName } from '@domain/template'
import { _, collectionOf } from './cloud'
import type { Pushed } from './notify'
import type { Person } from './people'

const people = collectionOf('people')

/** 提醒次数 as the clock uses them up: noted push by push, written down once for all, as many people in one request as can be. */
export interface Spending {
  note(person: Person, template: TemplateName, pushed: Pushed): void
  /** Writes what was noted. A run killed before it leaves too many in the ledger, which the next 43101 puts right. */
  settle(): Promise<void>
}

/** The people of whom one template is to be reduced alike. */
interface Group {
  template: TemplateName
  /** How many were sent; `all` when none is left. */
  spent: number | 'all'
  ids: string[]
}

/**
 * Opens the account of one run. Only who has none left is marked as changed, by `rev`: his phone then learns it with its next call and may
 * ask again; anyone else's need not know, and his next call stays as cheap as it was.
 */
export function openSpending(rev: string): Spending {
  const noted = new Map<string, { person: Person; template: TemplateName; left: number; isEmpty: boolean }>()

  function groups(): Group[] {
    const found = new Map<string, Group>()
    for (const { person, template, left, isEmpty } of noted.values()) {
      const spent = isEmpty || left <= 0 ? 'all' : leftOf(person, template) - left
      const name = `${template} ${spent}`
      const group = found.get(name) ?? { template, spent, ids: [] }
      group.ids.push(person._id)
      found.set(name, group)
    }
    return [...found.values()]
  }

  return {
    note(person, template, pushed) {
      // What the ledger does not hold cannot be taken from it.
      if (pushed === 'failed' || leftOf(person, template) === 0) return
      const key = `${person._id} ${template}`
      const before = noted.get(key) ?? { person, template, left: leftOf(person, template), isEmpty: false }
      noted.set(key, { ...before, left: before.left - 1, isEmpty: before.isEmpty || pushed === 'empty' })
    },
    async settle() {
      for (const { template, spent, ids } of groups()) {
        const field = `subscribed.${template}.left`
        const data = spent === 'all' ? { [field]: 0, rev } : { [field]: _.inc(-spent) }
        await people.where({ _id: _.in(ids), [field]: _.gt(0) }).update({ data })
      }
    },
  }
}

const leftOf = (person: Person, template: TemplateName): number => person.subscribed?.[template]?.left ?? 0
