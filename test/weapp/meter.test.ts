import { station } from '@domain/station'
import { fill, live, people } from './town'

const living = live()
beforeAll(() => fill(living.town))

/** What a screen may cost to open: DESIGN.md 7. */
const mostBytes = 3072
const mostCalls = 2

const depthOf = (element: Element): number => 1 + Math.max(0, ...[...element.children].map(depthOf))

/** The bytes of opening a screen, and what they came in. */
async function opening(openid: string, page: string) {
  const phone = await living.phone(openid)
  phone.phone.read()
  await phone.open(`/pages/${page}/index`)
  const nodes = phone.top().querySelectorAll('*').length
  return { ...phone.phone.read(), nodes }
}

test.each([
  ['resident', 'tab/station'],
  ['resident', 'tab/study'],
  ['resident', 'errand/mine'],
  ['rider', 'errand/inbox'],
  ['desk', 'errand/inbox'],
  ['desk', 'people/applicants'],
  ['desk', 'study/desk'],
  ['guest', 'people/community'],
] as const)('a %s opens the list %s within the budget', async (who, page) => {
  const { bytes, calls, nodes } = await opening(people[who], page)
  expect({ isSmall: bytes <= mostBytes, isFew: calls <= mostCalls, bytes, calls }).toMatchObject({
    isSmall: true,
    isFew: true,
  })
  expect(nodes).toBeLessThan(1000)
})

/** A home is more than a list, and is drawn once for a guest before the cloud has said who it is: over the budget, held where it stands. */
test.each([
  ['resident', 10_300, 3],
  ['rider', 9700, 3],
  ['desk', 14_000, 4],
  ['keeper', 7000, 4],
] as const)('the very first screen of a %s costs no more than %i B', async (who, most, times) => {
  const { phone, top } = await living.phone(people[who])
  const { bytes, calls } = phone.read()
  expect({ bytes, isHeld: bytes <= most }).toEqual({ bytes, isHeld: true })
  expect(calls).toBeLessThanOrEqual(times)
  expect(depthOf(top())).toBeLessThan(30)
})

test('a row that changed where it stands is sent alone', async () => {
  const phone = await living.phone('daughter')
  await phone.open('/pages/tab/station/index')
  phone.phone.read()
  const { rev } = await living.town.as('keeper')(station.one, { id: 's1' })
  await living.town.as('keeper')(station.close, { id: 's1', rev: rev ?? '', how: 'today' })
  phone.phone.pull()
  await phone.sees(/今天不开/)
  const { calls, bytes } = phone.phone.read()
  expect(calls).toBe(1)
  expect(bytes).toBeLessThanOrEqual(300)
})
