/** Which private fields may reach whom, when and by which row (allowed.ts). */
export interface Allowed {
  fields: string
  not?: string
  to: string
  /** Only at these stages. */
  when?: string
  /** Only by these rows. */
  by?: string
  why: string
}

/** Of errands, of the rules they are made by, and of what riders told from a door. */
export const ofErrands: readonly Allowed[] = [
  // An errand.
  {
    fields: `errands.what errands.meal* errands.medicine* errands.shopping* errands.parcel* errands.ride.* errands.pickUp
      errands.building errands.stairs errands.elder errands.note errands.answer errands.riderName errands.askedBy
      errands.why errands.goodsAt errands.word errands.proof* errands.bill* errands.more* errands.backupName
      errands.offer*
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
  { fields: 'errands.code', to: 'carrier', when: 'going', why: 'of the desk, who goes himself alone fetches with it' },
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
      errands.building errands.stairs errands.elder errands.note errands.answer errands.code errands.word
      errands.riderName errands.offer* errands.proof* errands.why errands.goodsAt errands.timeline* errands.knock`,
    not: `errands.timeline(see)* errands.timeline(decline)* errands.timeline(called)* errands.timeline(rise)*`,
    to: 'rider',
    when: 'going',
    why: 'he carries it, until two hours after he brought it',
  },
  {
    fields: 'errands.building errands.what errands.pickUp errands.riderName errands.backupName',
    to: 'backup',
    why: 'who stands by knows the day, the place, and for whom',
  },
  {
    fields: 'errands.backupName',
    to: 'rider',
    when: 'going',
    why: 'who would go in his place',
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
]
