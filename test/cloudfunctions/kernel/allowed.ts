import { ofErrands, type Allowed } from './allowed-errand'
import type { Mark } from './marks'

/** Who reads, as far as he is anything to the record that a mark is of. */
export interface Reading {
  /** His relations to it in the roles they count for; `desk`, `himself`, and `anybody`. */
  viewers: ReadonlySet<string>
  /** An errand's: before somebody has it, while he has it, after it. Nothing for other records. */
  stage: string
  /** The row that told it. */
  row: string
}

const names = (text: string): string[] => text.split(/\s+/).filter(name => name !== '')

/**
 * Which private field may reach whom, when and by which row, and why: DESIGN.md section 5 and law 6, said once more and apart from sight.ts.
 * What is not listed here reaches nobody. A field ends in `*` for everything in it.
 */
export const allowed: readonly Allowed[] = [
  ...ofErrands,
  // A household.
  {
    fields: 'households.building households.stairs households.elder households.knock',
    to: 'family desk',
    why: 'the record as its family and the desk see it; the rest leaves by reveal alone (law 6)',
  },
  {
    fields: `households.building households.unit households.door households.stairs households.phones* households.note`,
    to: 'family desk carrying',
    by: 'errand.reveal household.reveal',
    why: 'law 6: the look is written before it is answered',
  },
  {
    fields: 'households.elder households.building households.stairs',
    to: 'family desk',
    by: 'errand.request',
    why: 'what is asked for',
  },
  {
    fields: 'households.consent* households.phones.whose households.note households.regularRider',
    to: 'family desk',
    by: 'household.one household.list household.edit household.add',
    why: 'who said yes to whom, and whose phone it is: the number is masked until the tap',
  },
  {
    fields: 'bindings.elder bindings.name bindings.calls bindings.consent*',
    to: 'family desk relative',
    by: 'household.relatives household.news',
    why: 'everyone bound is told who asks and who is bound',
  },
  {
    fields: 'bindings.elder bindings.name households.elder',
    to: 'desk',
    by: 'household.untold',
    why: 'it tells the elder by telephone',
  },
  {
    fields: 'bindings.elder bindings.name bindings.calls',
    to: 'about',
    by: 'household.news',
    why: 'who asks, was refused or was parted reads of himself, in his own words for the elder',
  },
  { fields: 'households.regularRider', to: 'family desk', by: 'household.sheet', why: '常来的 stands on her fridge' },
  // A person.
  {
    fields: 'people.name',
    to: 'anybody',
    by: 'people.community study.feed study.read',
    why: 'who is on duty and who wrote a lesson is said to everybody',
  },
  { fields: 'people.phone', to: 'served', by: 'errand.reveal', why: 'he left it for the families of his errands' },
  {
    fields:
      'people.name people.application* people.households* people.groups* people.subscribed* people.consents* people.face',
    to: 'himself',
    why: 'his own',
  },
  {
    fields: 'people.name',
    to: 'desk',
    by: 'errand.riders errand.propose errand.turns errand.calls rider.list rider.one',
    why: 'whom it can ask, whom it has to call',
  },
  {
    fields: 'people.application.name people.application.firm',
    to: 'desk',
    by: 'rider.applicants people.newcomers',
    why: 'the community confirms him under that name',
  },
  {
    fields: 'people.name people.phone people.plate people.firm people.looks* people.confirmations* people.confirmed*',
    to: 'himself',
    by: 'rider.mine privacy.mine privacy.take errand.reveal',
    why: 'what his communities know of him, and who looked at his number',
  },
  {
    fields: 'people.firm people.confirmations*',
    to: 'desk',
    by: 'rider.list rider.one',
    why: 'as which he was confirmed',
  },
  {
    fields: 'people.phone',
    to: 'desk',
    by: 'rider.reveal errand.reveal',
    why: 'the look is written before it is answered',
  },
  // The others.
  { fields: 'visits.who', to: 'keeper', why: 'the clerk nods to who is there' },
  { fields: 'doubts.whose doubts.where doubts.words', to: 'desk', by: 'safety.queue', why: 'what it has to look at' },
  { fields: 'groups.boundBy', to: 'desk', by: 'group.list', why: 'who of them showed the group' },
  { fields: 'invites.code', to: 'desk', by: 'group.code', why: 'it reads the code out' },
  // Colleagues.
  {
    fields: 'people.name',
    to: 'office',
    by: 'membership.colleagues membership.communities',
    why: 'who is at the desk, in the shops and in the departments is known to each other',
  },
  {
    fields: 'invitations.by invitations.code',
    to: 'office',
    by: 'membership.invitations',
    why: 'what is open, to who may take it back',
  },
  {
    fields: 'invitations.by invitations.who invitations.timeline*',
    to: 'office',
    by: 'membership.colleagues',
    why: 'who came and went, and by whom',
  },
  {
    fields: 'invitations.by',
    to: 'anybody',
    by: 'membership.invited',
    why: 'who holds the card reads who invites him',
  },
  // The roster: the desk's alone; a number is masked until a look at it is written down.
  {
    fields: `roster.name roster.firm roster.order roster.claims* enterprises.fields* imports.* importRows.* reconciliations.* differences.*
      rosterLooks.who`,
    to: 'desk',
    why: 'it keeps it',
  },
  { fields: 'roster.claims*', to: 'enteredAs', by: 'roster.mine', why: 'what is entered of him, and by whom' },
]

const covers = (pattern: string, field: string): boolean =>
  pattern.endsWith('*') ? field.startsWith(pattern.slice(0, -1)) : field === pattern

/** Whether this mark may reach this reader. */
export function mayRead({ field }: Mark, { viewers, stage, row }: Reading): boolean {
  return allowed.some(
    ({ fields, not = '', to, when, by }) =>
      names(fields).some(pattern => covers(pattern, field)) &&
      !names(not).some(pattern => covers(pattern, field)) &&
      names(to).some(viewer => viewers.has(viewer)) &&
      (when === undefined || names(when).includes(stage)) &&
      (by === undefined || names(by).includes(row)),
  )
}
