import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { forgetEverything } from '../../../cloudfunctions/kernel/memory'
import { application, lunch, newKey, openTown, refusal, type Town } from '../town'

/** What WeChat would say of every text; undefined: what it says here. */
let says: string | undefined
jest.mock('../../../cloudfunctions/kernel/words', () => {
  const actual = jest.requireActual<typeof import('../../../cloudfunctions/kernel/words')>(
    '../../../cloudfunctions/kernel/words',
  )
  return { ...actual, judge: (...asked: Parameters<typeof actual.judge>) => says ?? actual.judge(...asked) }
})

let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => {
  says = undefined
})
afterAll(() => town.close())

test('a tap tried again is answered from what it wrote, also when WeChat has changed its mind', async () => {
  const made = newKey()
  const { id } = await town.as('daughter')(errand.request, lunch, made)
  const key = newKey()
  const cancel = { id, why: '不用了' }
  const first = await town.as('daughter')(errand.cancel, cancel, key)
  // A new instance of the function remembers no text.
  forgetEverything()
  says = 'risky'
  expect((await town.as('daughter')(errand.request, lunch, made)).id).toBe(id)
  expect(await town.as('daughter')(errand.cancel, cancel, key)).toEqual(first)
  expect(await refusal(town.as('daughter')(errand.cancel, cancel))).toBe('UNFIT_WORDS')
  expect(await refusal(town.as('daughter')(errand.cancel, { id, why: '别的' }, key))).toBe('KEY_REUSED')
  expect(await refusal(town.as('neighbour')(errand.cancel, cancel, key))).toBe('UNFIT_WORDS')
})

test('so is an application', async () => {
  const key = newKey()
  const first = await town.as('newcomer')(rider.apply, application, key)
  forgetEverything()
  says = 'risky'
  expect(await town.as('newcomer')(rider.apply, application, key)).toMatchObject({ state: first.state })
  expect(await refusal(town.as('other')(rider.apply, application))).toBe('UNFIT_WORDS')
})
