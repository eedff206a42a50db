// 种下的错: each is one line of the product forgotten or written wrongly, in a copy that only the stories ever run.
const dispatch = 'cloudfunctions/errand/dispatch.ts'
const carry = 'cloudfunctions/errand/carry.ts'
const records = 'cloudfunctions/kernel/records.ts'

/** By name: in which file what is written, and what it is made. */
export const bugs = {
  'an acceptance forgets to ask for the state': {
    file: records,
    from: 'return decide(op, id, actor, write, { state: _.in([...op.moves.from]) }, { state: op.moves.to })',
    to: "return decide(op, id, actor, write, op.verb === 'accept' ? {} : { state: _.in([...op.moves.from]) }, { state: op.moves.to })",
  },
  'handing back keeps the place in the hand': {
    file: carry,
    from: '{ ...taken(id), ...back, ...lies',
    to: '{ ...taken(id), slot: `${actor.id}#0`, ...back, ...lies',
  },
  'a tap that is sent again is carried out again': {
    file: records,
    from: "'timeline.key']: _.neq(actor.key)",
    to: "'timeline.key']: _.neq('')",
  },
  'who loses an errand to another is not told': {
    file: dispatch,
    from: "from ? [{ to: toPerson(from), say: 'reassigned' }] : []\n  if (rider)",
    to: '[]\n  if (rider)',
  },
  'a guess at the digits is counted only when it was right': {
    file: carry,
    from: "if (how === 'digits') await countTry(id, actor)",
    to: "if (how === 'digits' && digits === (await errands.get(id))?.digits) await countTry(id, actor)",
  },
  'an old tap may be answered to somebody else': {
    file: records,
    from: 'first.sum !== actor.sum || first.byId !== actor.id',
    to: 'first.sum !== actor.sum && first.byId !== actor.id',
  },
}
