/** 场景 of WeChat's text check: 1 资料, 2 评论, 3 论坛, 4 社交日志. */
export type Scene = 1 | 2 | 3 | 4

interface Words {
  scene: Scene
  /**
   * What of the input others will read, and the field of the record it becomes there. `neverHeld`: what is risky is refused and nothing
   * waits, because the desk decides before anybody else reads it.
   */
  fields: Readonly<Record<string, string>>
}

export const neverHeld = 'neverHeld'

const said: Words = { scene: 2, fields: { why: 'why' } }
const saidOfGoods: Words = { scene: 2, fields: { why: 'why', goodsAt: 'goodsAt' } }

const placeNames = {
  name: neverHeld,
  'compounds.name': neverHeld,
  'compounds.buildings': neverHeld,
  'grids.name': neverHeld,
  'grids.buildings': neverHeld,
  'groups.name': neverHeld,
}

/**
 * 给别人看的字: every row whose input holds words that others will read, and which. WeChat looks at them before they are written
 * (platform rule 5.18). A field of a list is `phones.whose`. A text that is in neither table fails a test.
 */
export const words: Readonly<Record<string, Words>> = {
  'errand.request': {
    scene: 2,
    fields: {
      what: 'what',
      pickUp: 'pickUp',
      code: 'code',
      note: 'note',
      'shopping.lines.name': 'shopping',
      'shopping.lines.amount': 'shopping',
      'ride.place': 'ride',
      'ride.ticketAt': 'ride',
    },
  },
  'recurring.keep': { scene: 2, fields: { name: 'name' } },
  'errand.return': said,
  'errand.amend': { scene: 2, fields: { why: 'answer' } },
  'errand.decline': said,
  'errand.handBack': saidOfGoods,
  'errand.fail': saidOfGoods,
  'errand.dispute': said,
  'errand.settle': said,
  'errand.giveUp': said,
  'errand.standDown': said,
  'errand.cancel': said,
  'errand.callOff': said,
  // The desk reads it first, and says itself what others read of it.
  'care.report': { scene: 2, fields: { words: neverHeld } },
  'care.settle': { scene: 2, fields: { toFamily: neverHeld, toRider: neverHeld } },
  'errand.hasten': { scene: 2, fields: { why: 'urgent' } },
  'errand.stop': { scene: 2, fields: { why: neverHeld } },
  // Who invited him knows what he is called; the other names are given by a desk or the subdistrict.
  'membership.accept': { scene: 1, fields: { name: neverHeld } },
  'membership.invite': { scene: 1, fields: { office: neverHeld } },
  'membership.addCommunity': { scene: 1, fields: placeNames },
  'membership.changeCommunity': { scene: 1, fields: placeNames },
  'household.add': {
    scene: 1,
    fields: { elder: 'elder', calls: 'calls', myName: 'myName', note: 'note', 'phones.whose': 'phones' },
  },
  'rider.apply': { scene: 1, fields: { name: neverHeld, firm: neverHeld } },
  'rider.amend': { scene: 1, fields: { name: neverHeld, firm: neverHeld } },
  'household.edit': { scene: 1, fields: { elder: 'elder', note: 'note', 'phones.whose': 'phones' } },
  'household.ask': { scene: 1, fields: { calls: 'calls', myName: 'name' } },
  'people.introduce': { scene: 1, fields: { name: 'name' } },
  'rider.refuse': { scene: 2, fields: { why: 'application' } },
  'rider.letGo': { scene: 2, fields: { why: 'application' } },
  'study.write': { scene: 3, fields: { title: 'title', 'cards.heading': 'cards', 'cards.body': 'cards' } },
}

/** Text of a write that WeChat is not shown, and why. */
export const unshown: Readonly<Record<string, string>> = {
  'membership.appoint subdistrict': 'typed by whoever installs it; no phone can say it',
  'membership.appoint community': 'typed by whoever installs it; no phone can say it',
  'care.settle did': 'read by the desk alone',
  'care.contest why': 'read by the desk alone',
  'household.add building': 'one of the list of the community',
  'household.add unit': 'an address; it leaves by reveal alone',
  'household.add door': 'an address; it leaves by reveal alone',
  'roster.openList file': 'read by the desk alone',
  'roster.openList whose': 'read by the desk and by the person himself',
  'roster.reconcile firm': 'what is looked for',
  'roster.export find': 'what is looked for',
  'roster.meet code': 'WeChat’s own',
  'roster.answer own.name': 'read by the desk alone',
  'roster.answer own.firm': 'read by the desk alone',
  'roster.answer own.vehicle': 'read by the desk alone',
  'rider.apply plate': 'a number',
  'rider.edit plate': 'a number',
  'roster.answer own.plate': 'read by the desk alone',
  'household.edit building': 'one of the list of the community',
  'household.edit unit': 'an address; it leaves by reveal alone',
  'household.edit door': 'an address; it leaves by reveal alone',
}

/** 给别人看的图: rows that put a picture into a record, and the field of input and record that names it. */
export const pictures: Readonly<Record<string, { scene: Scene; field: string; becomes: string }>> = {
  'errand.deliver': { scene: 4, field: 'photo', becomes: 'photo' },
  'errand.bill': { scene: 4, field: 'receipt', becomes: 'photo' },
  'people.introduce': { scene: 1, field: 'face', becomes: 'face' },
}

/** The texts at a path of an input; lists are walked through. */
export function textsAt(input: unknown, path: string): string[] {
  const at = path.split('.').reduce<unknown[]>((held, name) => held.flatMap(value => stepInto(value, name)), [input])
  return at.filter((value): value is string => typeof value === 'string' && value !== '')
}

function stepInto(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return []
  const inner: unknown = new Map<string, unknown>(Object.entries(value)).get(name)
  return Array.isArray(inner) ? inner : [inner]
}
