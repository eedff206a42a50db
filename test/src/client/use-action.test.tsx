import { arrived, cloud, fine, lost, receipt, refused, startAgain, tell } from './played'
import { act, renderHook } from '@testing-library/react'
import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { useAction } from '@/client/use-action'
import { useQuery } from '@/client/use-query'

const keys = (verb: string) => arrived.filter(arrival => arrival.verb === verb).map(arrival => arrival.key)
const sent = (verb: string) => keys(verb).length

beforeAll(() => tell('identity', { openid: 'o-zhang' }))
beforeEach(() => {
  startAgain()
  jest.useFakeTimers()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.useRealTimers())

describe('a tap', () => {
  test('a double tap sends one call', async () => {
    cloud(() => receipt('e1'))
    const { result } = renderHook(() => useAction(errand.accept))
    await act(async () => {
      const taps = await Promise.all([result.current.run({ id: 'e1' }), result.current.run({ id: 'e1' })])
      expect(taps.map(answer => answer?.id)).toEqual(['e1', undefined])
    })
    expect(sent('accept')).toBe(1)
  })

  test('who tries again after the network failed tries the same thing: one key', async () => {
    cloud(lost)
    const { result } = renderHook(() => useAction(errand.accept))
    await act(async () => void (await result.current.run({ id: 'e2' })))
    expect(result.current.failure?.sentence).toBe('没有网络，您填的都在，连上再试')
    cloud(() => receipt('e2'))
    await act(async () => void (await result.current.run({ id: 'e2' })))
    expect(result.current.failure).toBeUndefined()
    expect(sent('accept')).toBe(3)
    expect(new Set(keys('accept')).size).toBe(1)
  })

  test('and so does who closed the page and opened it anew', async () => {
    cloud(lost)
    const first = renderHook(() => useAction(errand.accept))
    await act(async () => void (await first.result.current.run({ id: 'e3' })))
    first.unmount()
    cloud(() => receipt('e3'))
    const second = renderHook(() => useAction(errand.accept))
    await act(async () => void (await second.result.current.run({ id: 'e3' })))
    expect(new Set(keys('accept')).size).toBe(1)
  })

  test('what was changed before trying again is another thing: another key', async () => {
    cloud(lost)
    const { result } = renderHook(() => useAction(errand.decline))
    await act(async () => void (await result.current.run({ id: 'e4', why: '车坏了' })))
    cloud(() => receipt('e4'))
    await act(async () => void (await result.current.run({ id: 'e4', why: '车坏了，明天行' })))
    const [before, again, after] = keys('decline')
    expect(again).toBe(before)
    expect(after).not.toBe(before)
  })

  test('what came through is done: the same tap later is a new one', async () => {
    cloud(() => receipt('e5'))
    const { result } = renderHook(() => useAction(errand.accept))
    await act(async () => void (await result.current.run({ id: 'e5' })))
    await act(async () => void (await result.current.run({ id: 'e5' })))
    expect(new Set(keys('accept')).size).toBe(2)
  })

  test('a key the cloud knows with other words is dropped', async () => {
    cloud(() => refused('KEY_REUSED'))
    const { result } = renderHook(() => useAction(errand.accept))
    await act(async () => void (await result.current.run({ id: 'e6' })))
    await act(async () => void (await result.current.run({ id: 'e6' })))
    expect(new Set(keys('accept')).size).toBe(2)
  })

  test('a failure can be put away', async () => {
    cloud(() => refused('HANDS_FULL'))
    const { result } = renderHook(() => useAction(errand.accept))
    await act(async () => void (await result.current.run({ id: 'e7' })))
    expect(result.current.failure?.sentence).toBe('手上已有两单，送完再接')
    act(() => result.current.clear())
    expect(result.current.failure).toBeUndefined()
  })
})

describe('after a tap', () => {
  const seen = (id: string, state: string) => fine({ id, state, communityId: 'c1', my: ['asked'] })

  function opened(id: string) {
    return renderHook(() => ({ page: useQuery(errand.one, { id }), accept: useAction(errand.accept) }))
  }

  test('the screen asks again, and the button stays busy until it is new', async () => {
    let release = (): void => undefined
    cloud(({ verb }) => (verb === 'one' ? seen('a1', 'dispatched') : receipt('a1')))
    const { result } = opened('a1')
    await act(async () => undefined)
    expect(result.current.page.data?.state).toBe('dispatched')
    cloud(({ verb }) =>
      verb === 'one' ? new Promise(resolve => (release = () => resolve(seen('a1', 'accepted')))) : receipt('a1'),
    )
    await act(async () => void (await result.current.accept.run({ id: 'a1' })))
    expect(result.current.accept.busy).toBe(true)
    await act(async () => release())
    expect(result.current.page.data?.state).toBe('accepted')
    expect(result.current.accept.busy).toBe(false)
  })

  test('what it changes of another area is asked again there, too', async () => {
    cloud(({ verb }) => (verb === 'community' ? fine({ id: 'c1', name: '金星社区', compounds: [] }) : receipt('c1')))
    const { result } = renderHook(() => ({
      page: useQuery(people.community, { id: 'c1' }),
      goOn: useAction(errand.goOn, ['people']),
      accept: useAction(errand.accept),
    }))
    await act(async () => undefined)
    await act(async () => void (await result.current.accept.run({ id: 'e9' })))
    expect(sent('community')).toBe(1)
    await act(async () => void (await result.current.goOn.run({ communityId: 'c1' })))
    expect(sent('community')).toBe(2)
  })

  test.each(['WRONG_STATE', 'STALE', 'TAKEN'])('who came second (%s) sees what the first has done', async code => {
    cloud(({ verb }) => (verb === 'one' ? seen(code, 'dispatched') : refused(code, { who: '李师傅' })))
    const { result } = opened(code)
    await act(async () => undefined)
    await act(async () => void (await result.current.accept.run({ id: code })))
    expect(sent('one')).toBe(2)
    expect(result.current.accept.failure?.code).toBe(code)
    expect(result.current.accept.busy).toBe(false)
  })

  test('a refusal that changes nothing asks for nothing', async () => {
    cloud(({ verb }) => (verb === 'one' ? seen('a3', 'dispatched') : refused('HANDS_FULL')))
    const { result } = opened('a3')
    await act(async () => undefined)
    await act(async () => void (await result.current.accept.run({ id: 'a3' })))
    expect(sent('one')).toBe(1)
  })
})
