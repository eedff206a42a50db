import type { Handset } from './handset'
import { fill, live, people } from './town'
import { pack } from './window'

const living = live()

/** What stands on each person's first screen and on no other's: the cloud has said who he is. */
const own = {
  guest: '选社区',
  resident: '谁看过我家地址',
  rider: '停稳再看手机',
  desk: '我来值班',
  keeper: '等您点头的',
  office: '谁在书记台',
  department: '消防所',
}

/** A page that WeChat's own 转发 would send as a screenshot, with whatever stands on it. */
const sendsItself = (phone: Handset): boolean => {
  const page = phone.phone.navigator.top()
  if (!page || !('onShareAppMessage' in page.instance)) return false
  const card = page.tell('onShareAppMessage', { from: 'menu' })
  return typeof card !== 'object' || card === null || !('imageUrl' in card) || !card.imageUrl
}

/**
 * What is empty in this town, in part at least: nobody brought in a list, was invited, asked to be bound, saw something at a door, laid out
 * money, asks for the same thing again, is stood in for or shows a badge.
 */
const needsALine = [
  'care/notes',
  'care/queue',
  'errand/accounts',
  'household/one',
  'household/substitutes',
  'membership/duty',
  'membership/join',
  ...['add', 'change', 'list', 'one'].map(page => `recurring/${page}`),
  'rider/check',
  ...['bring', 'differences', 'firm', 'firms', 'list', 'mine', 'one', 'preview', 'reconcile'].map(
    page => `roster/${page}`,
  ),
].map(page => `pages/${page}/index`)

/** Pages that somebody was shown as they are meant, with something on them. */
const stood = new Set<string>()

/** Opens every page of app.json one after the other. @returns those that are not as they should be */
async function wrongPages(openid: string, params: Readonly<Record<string, string>>) {
  const phone = await living.phone(openid)
  const wrong: string[] = []
  for (const page of pack.pages) {
    await phone.open(`/${page}${params[page] ?? '?id=nothing-here'}`)
    if (!phone.top().querySelector('.failed, .empty')) stood.add(page)
    if (phone.words() === '' || phone.title() === '') wrong.push(`${page} is blank`)
    if (sendsItself(phone)) wrong.push(`${page} sends a screenshot`)
    const { nodes, depth, children } = phone.phone.tree()
    if (nodes > 1000 || depth > 30 || children > 60)
      wrong.push(`${page} has ${nodes} nodes, ${depth} deep, ${children} in one`)
  }
  expect(phone.phone.errors).toEqual([])
  return wrong
}

test('there are pages, and their templates compile without a complaint', () => {
  expect(pack.pages.length).toBeGreaterThan(15)
  expect(pack.warnings).toEqual([])
})

test.each(Object.entries(own))('the first screen of a %s is his own', async (who, words) => {
  const firsts = await Promise.all(Object.values(people).map(openid => living.phone(openid)))
  const saying = Object.keys(people).filter((_, i) => firsts[i]?.words().includes(words))
  expect(saying).toEqual([who])
})

describe.each(Object.entries(people))('in the hands of a %s', (_, openid) => {
  test('every page opens where there is nothing yet', async () => {
    expect(await wrongPages(openid, {})).toEqual([])
  })
})

describe('in a town where things happen', () => {
  let params: Readonly<Record<string, string>> = {}
  beforeAll(async () => {
    params = await fill(living.town)
  })

  test.each(Object.entries(people))('every page opens for a %s', async (_, openid) => {
    expect(await wrongPages(openid, params)).toEqual([])
  })

  test('and every page was somebody’s to see, with something on it', () => {
    expect(pack.pages.filter(page => !stood.has(page)).sort()).toEqual(needsALine)
  })
})
