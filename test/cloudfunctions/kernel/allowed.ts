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

interface Allowed {
  fields: string
  not?: string
  to: string
  /** Only at these stages. */
  when?: string
  /** Only by these rows. */
  by?: string
  why: string
}

const names = (text: string): string[] => text.split(/\s+/).filter(name => name !== '')

/**
 * Which private field may reach whom, when and by which row, and why: DESIGN.md section 5 and law 6, said once more and apart from sight.ts.
 * What is not listed here reaches nobody. A field ends in `*` for everything in it.
 */
export const allowed: readonly Allowed[] = [
  // An errand.
  {
    fields: `errands.what errands.meal* errands.medicine* errands.shopping* errands.parcel* errands.ride.* errands.pickUp
      errands.building errands.stairs errands.elder errands.note errands.riderName errands.askedBy
      errands.why errands.goodsAt errands.word errands.proof* errands.bill* errands.more* errands.offer*
      errands.timeline*`,
    not: `errands.timeline(see)* errands.timeline(decline)* errands.timeline(called)* errands.timeline(rise)*`,
    to: 'family desk',
    why: 'the family asks and the desk dispatches: both know what it is about and how it goes',
  },
  {
    fields: 'errands.timeline* errands.knock',
    to: 'desk',
    why: 'who was asked and said no is between him and the desk',
  },
  {
    fields: 'errands.choices* errands.saidNo*',
    to: 'desk',
    why: 'whom it was shown and why it took another: between the desk and itself',
  },
  { fields: 'errands.calls errands.code errands.digits', to: 'family', why: 'theirs: the desk needs none of them' },
  { fields: 'errands.urgent', to: 'family desk', why: 'why it is urgent, in the desk’s words' },
  {
    fields: 'errands.urgent',
    to: 'asked rider',
    when: 'before beforeMedicine going',
    why: 'who is asked, or has it, knows why it cannot wait',
  },
  { fields: 'errands.riderFace errands.riderPlate', to: 'family', when: 'going', why: 'whom to open the door to' },
  { fields: 'errands.looks*', to: 'family', by: 'errand.looks', why: '谁看过我家地址' },
  {
    fields: 'errands.pickUp errands.building errands.stairs errands.offer*',
    to: 'asked',
    when: 'before beforeMedicine',
    why: 'what a rider must know before he says yes: no name, no door',
  },
  {
    fields: 'errands.what',
    to: 'asked',
    when: 'before',
    why: 'as above; a medicine is named to who fetches it, not to who is asked',
  },
  {
    fields: `errands.what errands.meal* errands.medicine* errands.shopping* errands.parcel* errands.ride.* errands.pickUp
      errands.building errands.stairs errands.elder errands.note errands.code errands.word
      errands.riderName errands.offer* errands.proof* errands.why errands.timeline* errands.knock`,
    not: `errands.timeline(see)* errands.timeline(decline)* errands.timeline(called)* errands.timeline(rise)*`,
    to: 'rider',
    when: 'going',
    why: 'he carries it, until two hours after he brought it',
  },
  {
    fields: 'errands.bill*',
    to: 'rider',
    when: 'going owing',
    why: 'he laid it out, until both have said that it is settled',
  },
  {
    fields: 'errands.riderName',
    to: 'anybody',
    when: 'going',
    why: 'who comes by from the group sees that somebody has it',
  },
  {
    fields: 'errands.riderName',
    to: 'riderHere',
    by: 'errand.accept errand.see errand.decline',
    why: 'a second rider is told who has it: the name as called, nothing else (law 2)',
  },
  {
    fields: 'errands.riderName',
    to: 'family desk asked rider carrier',
    why: 'who comes too late hears who has it by now',
  },
  // Notices in an errand's outbox.
  { fields: 'errands.outbox(family)*', to: 'family', by: 'errand.inbox', why: 'told to them' },
  { fields: 'errands.outbox(desk)*', to: 'desk', by: 'errand.inbox', why: 'told to it' },
  { fields: 'errands.outbox(person)*', to: 'tookPart', by: 'errand.inbox', why: 'told to him' },
  { fields: 'errands.outbox*', to: 'desk', by: 'errand.calls', why: 'what reached no phone is read out by the desk' },
  {
    fields: 'errands.substituteName',
    to: 'family desk',
    why: '今天由李师傅替: whom to open the door to, and whom to ask',
  },
  // A rule: what an errand of it would say, to those who read such an errand whole.
  {
    fields: 'recurrings.what recurrings.pickUp recurrings.note recurrings.name recurrings.askedBy',
    to: 'family desk',
    by: 'recurring.add recurring.keep recurring.list recurring.one',
    why: 'the family has asked for it, the desk dispatches what comes of it',
  },
  {
    fields: 'errands.what errands.pickUp errands.note',
    to: 'family desk',
    by: 'recurring.add recurring.keep',
    why: 'a rule says what the errand said of which it is made',
  },
  {
    fields: 'substitutes.riderName substitutes.regularRider',
    to: 'family desk standsIn',
    by: 'household.substitutes household.news',
    why: 'who comes on which day, to those he comes to, and to himself',
  },
  // What riders told from a door.
  {
    fields: 'cares.elder cares.words cares.why cares.timeline(report)*',
    to: 'desk',
    by: 'care.queue',
    why: 'it decides; how somebody was is nobody else’s',
  },
  { fields: 'cares.words', to: 'family desk', by: 'care.notes', why: 'what riders read of their home' },
  {
    fields: 'households.visitNotes*',
    to: 'carrying',
    by: 'errand.reveal household.reveal',
    why: 'what whoever comes must know, once the desk has let it stand',
  },
  { fields: 'households.visitNotes*', to: 'family desk', why: 'as above' },
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
