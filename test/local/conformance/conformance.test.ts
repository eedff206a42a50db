import { failed, type Case } from './case'
import { familiesFor } from './families'
import { openGround, real, type Ground } from './ground'
import { plain } from './place'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close(), 120_000)

// A real environment answers a request in tens of milliseconds, and a case asks a few.

describe.each(familiesFor(real))('$name', ({ cases }) => {
  const holds = async ({ arrange = [], act, expect: expected }: Case): Promise<void> => {
    const here = ground.next()
    if (arrange.length > 0) await here.rows.add({ data: arrange.map(here.own) })
    const seen = await act(here).catch(failed)
    expect(plain(seen, here.mark)).toEqual(expected)
  }
  for (const each of cases) test(`${each.name} (${each.source})`, () => holds(each))
})
