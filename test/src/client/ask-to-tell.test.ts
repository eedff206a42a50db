import { arrived, cloud, receipt, said, startAgain, tell } from './played'
import { waitFor } from '@testing-library/react'
import type { Ledger } from '@domain/template'
import { dayMs } from '@domain/time'
import { person } from '../pages/station/played'

beforeAll(() => tell('identity', { openid: 'o-tell' }))
beforeEach(startAgain)

/** The phone started anew, held by somebody with this ledger. */
async function started(subscribed: Ledger) {
  jest.resetModules()
  tell('identity', { openid: 'o-tell' })
  const { askToTell, isUntold } = await import('@/client/ask-to-tell')
  const { meet } = await import('@/client/me')
  const { now } = await import('@/client/now')
  tell('identity', { openid: 'o-tell' })
  cloud(({ verb, area }) => {
    if (area === '/wechat/subscribe') return {}
    return verb === 'subscribed' ? receipt('p1') : undefined
  })
  meet(person({ subscribed }))
  return { askToTell, isUntold, now }
}

const asks = () => said.filter(({ what }) => what === 'subscribe')
async function answer(answers: object): Promise<void> {
  const asked = await waitFor(() => {
    const found = asks().at(-1)
    if (!found) throw new Error('nobody asked')
    return found
  })
  tell('answer', { id: asked.id, value: { answers } })
}
const reports = () => arrived.filter(({ verb }) => verb === 'subscribed').map(({ input }) => input)

test('with nothing left a tap asks, and the answer goes to the cloud', async () => {
  const { askToTell, isUntold } = await started({})
  const asking = askToTell(['task', 'change'])
  await answer({ task: 'accept', change: 'reject' })
  const told = await asking
  expect(isUntold(told)).toBe(false)
  expect(reports()).toEqual([{ answers: { task: 'accept', change: 'reject' } }])
})

test('while messages are left nobody is asked, and of two only the one that is used up', async () => {
  const { askToTell } = await started({ task: { left: 1 }, change: { left: 0 } })
  expect(await askToTell(['task'])).toBeUndefined()
  const asking = askToTell(['task', 'change'])
  await answer({ change: 'accept' })
  await asking
  expect(asks()[0]?.payload).toEqual({ templates: [{ name: 'change', title: '任务变更提醒' }] })
})

test('by ourselves we ask once while the app runs; the person’s own wish is asked again', async () => {
  const { askToTell } = await started({})
  const asking = askToTell(['task'])
  await answer({ task: 'reject' })
  await asking
  expect(await askToTell(['task'])).toBeUndefined()
  expect(asks()).toHaveLength(1)
  const wish = askToTell(['progress'], { wished: true })
  await waitFor(() => expect(asks()).toHaveLength(2))
  await answer({ progress: 'accept' })
  expect(await wish).toMatchObject({ answers: { progress: 'accept' } })
})

test('after two refusals nobody is asked for thirty days', async () => {
  const { now } = await started({})
  const { askToTell } = await started({ task: { left: 0, rejects: 2, rejectedAt: now() - 29 * dayMs } })
  expect(await askToTell(['task'])).toBeUndefined()
  expect(asks()).toHaveLength(0)
})

test('who has switched everything off in WeChat is told where to read it, and the cloud counts a refusal', async () => {
  const { askToTell, isUntold } = await started({})
  tell('refuse', { value: ['messages'] })
  const told = await askToTell(['progress'], { wished: true })
  tell('refuse', { value: [] })
  expect(told).toEqual({ answers: { progress: 'reject' }, why: 'off' })
  expect(isUntold(told)).toBe(true)
  expect(reports()).toEqual([{ answers: { progress: 'reject' } }])
})
