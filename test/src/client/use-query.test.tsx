import { arrived, cloud, fine, lost, refused, startAgain, tell } from './played'
import { act, renderHook } from '@testing-library/react'
import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { station } from '@domain/station'
import { useQuery } from '@/client/use-query'

const seen = (id: string, state: string) => fine({ id, state, communityId: 'c1', my: [] })
const rows = fine({ rows: [] })

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  jest.useFakeTimers()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.useRealTimers())

const settled = () => act(() => jest.advanceTimersByTimeAsync(500))

describe('a screen', () => {
  test('asks once when it opens, although it is also shown then', async () => {
    cloud(() => seen('q1', 'requested'))
    const { result } = renderHook(() => useQuery(errand.one, { id: 'q1' }))
    expect(result.current).toMatchObject({ loading: true, data: undefined })
    await settled()
    expect(result.current).toMatchObject({ loading: false, data: { state: 'requested' } })
    expect(arrived).toHaveLength(1)
  })

  test('asks nothing while it does not know what', async () => {
    const { result } = renderHook(() => useQuery(errand.one, null))
    await settled()
    expect(result.current).toMatchObject({ loading: false, data: undefined, failure: undefined })
    expect(arrived).toHaveLength(0)
  })

  test('keeps what it shows when asking again fails, and says so', async () => {
    cloud(() => seen('q2', 'requested'))
    const { result } = renderHook(() => useQuery(errand.one, { id: 'q2' }))
    await settled()
    cloud(lost)
    await act(() => result.current.reload())
    expect(result.current.data?.state).toBe('requested')
    expect(result.current.failure?.code).toBe('OFFLINE')
    cloud(() => seen('q2', 'accepted'))
    await act(() => result.current.reload())
    expect(result.current).toMatchObject({ data: { state: 'accepted' }, failure: undefined })
  })

  test('that had nothing shows that it is loading when it tries again, not the old failure', async () => {
    cloud(() => refused('NOT_FOUND'))
    const { result } = renderHook(() => useQuery(errand.one, { id: 'q3' }))
    await settled()
    expect(result.current).toMatchObject({ loading: false, failure: { code: 'NOT_FOUND' } })
    cloud(() => new Promise(() => undefined))
    act(() => void result.current.reload())
    await settled()
    expect(result.current).toMatchObject({ loading: true, failure: undefined })
  })

  test('never asks by itself again, not after an hour', async () => {
    cloud(lost)
    renderHook(() => useQuery(errand.one, { id: 'q4' }))
    await act(() => jest.advanceTimersByTimeAsync(3_600_000))
    window.dispatchEvent(new Event('focus'))
    window.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(arrived).toHaveLength(1)
  })
})

describe('a change that the stage tells of', () => {
  const verbs = () => arrived.map(({ area, verb }) => `${area}.${verb}`)

  async function opened(hook: () => unknown) {
    cloud(() => rows)
    const { unmount } = renderHook(hook)
    await settled()
    arrived.length = 0
    return unmount
  }

  test('asks again what shows it, once for many messages and many places', async () => {
    const close = await opened(() => [
      useQuery(errand.mine, {}),
      useQuery(errand.mine, {}),
      useQuery(station.list, { communityId: 'c1' }),
    ])
    tell('changed', { collection: 'errands', communityId: 'c1' })
    tell('changed', { collection: 'errands', communityId: 'c1' })
    await settled()
    expect(verbs()).toEqual(['errand.mine'])
    close()
  })

  test('in another community concerns nobody here', async () => {
    const close = await opened(() => useQuery(errand.board, { communityId: 'c1' }))
    tell('changed', { collection: 'errands', communityId: 'c2' })
    await settled()
    expect(verbs()).toEqual([])
    tell('changed', { collection: 'errands', communityId: 'c1' })
    await settled()
    expect(verbs()).toEqual(['errand.board'])
    close()
  })

  test('that was asked for after it happened is not asked for twice', async () => {
    let reload = (): Promise<void> => Promise.resolve()
    const close = await opened(() => ({ reload } = useQuery(errand.mine, {})))
    tell('changed', { collection: 'errands' })
    await act(() => reload())
    await settled()
    expect(verbs()).toEqual(['errand.mine'])
    close()
  })

  test('of people makes any screen ask, because who I am comes with every reply', async () => {
    const close = await opened(() => [useQuery(errand.mine, {}), useQuery(station.list, { communityId: 'c1' })])
    tell('changed', { collection: 'people' })
    await settled()
    expect(verbs()).toHaveLength(1)
    close()
    const closeOther = await opened(() => [useQuery(errand.mine, {}), useQuery(people.communities, {})])
    tell('changed', { collection: 'people' })
    await settled()
    expect(verbs()).toEqual(['people.communities'])
    closeOther()
  })

  test.each(['leases', '__proto__', 'constructor', ''])(
    'in %j, which no screen shows, asks nothing',
    async collection => {
      const close = await opened(() => useQuery(errand.mine, {}))
      tell('changed', { collection })
      await settled()
      expect(verbs()).toEqual([])
      close()
    },
  )

  test('asks nothing for a page that was left', async () => {
    const close = await opened(() => useQuery(errand.mine, {}))
    close()
    tell('changed', { collection: 'errands' })
    await settled()
    expect(verbs()).toEqual([])
  })
})
