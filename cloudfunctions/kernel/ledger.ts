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

/** Opens the account of one run; `rev` marks the people it changes, so that their phones learn what is left. */
export function openSpending(rev: string): Spending {
  const spent = new Map<string, { person: Person; template: TemplateName; sent: number; empty: boolean }>()

  function groups(): Map<string, string[]> {
    const found = new Map<string, string[]>()
    for (const { person, template, sent, empty } of spent.values()) {
      const known = person.subscribed?.[template]?.left ?? 0
      const group = `${template} ${empty ? 'empty' : Math.min(sent, known)}`
      found.set(group, [...(found.get(group) ?? []), person._id])
    }
    return found
  }

  return {
    note(person, template, pushed) {
      // What the ledger does not hold cannot be taken from it.
      if (pushed === 'failed' || !((person.subscribed?.[template]?.left ?? 0) > 0)) return
      const key = `${person._id} ${template}`
      const before = spent.get(key) ?? { person, template, sent: 0, empty: false }
      spent.set(key, { ...before, sent: before.sent + (pushed === 'sent' ? 1 : 0), empty: pushed === 'empty' })
    },
    async settle() {
      for (const [group, ids] of groups()) {
        const [template, count] = group.split(' ')
        const field = `subscribed.${template}.left`
        const isEmpty = count === 'empty'
        const left = isEmpty ? 0 : _.inc(-Number(count))
        const where = { _id: _.in(ids), [field]: _.gte(isEmpty ? 1 : Number(count)) }
        await people.where(where).update({ data: { [field]: left, rev } })
      }
    },
  }
}
