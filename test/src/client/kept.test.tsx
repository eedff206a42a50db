import { arrived, cloud, fine, startAgain, tell } from './played'
import { act, renderHook } from '@testing-library/react'
import { people } from '@domain/people'
import { call } from '@/client/call'
import { useKept } from '@/client/kept'
import { useKnown, useMe } from '@/client/me'
import { useCommunity } from '@/client/use-community'
import { useDraft } from '@/client/use-draft'

import { useHat, type Hat, type Stand } from '@/client/use-hat'
import { wechat } from '@/wechat'

const person = (rev: string, ...roles: string[]) => ({
  id: 'p1',
  name: '张师傅',
  rev,
  households: [],
  stations: [],
  freeUntil: 0,
  readAt: 0,
  memberships: roles.map(role => ({ communityId: 'c1', role })),
})

const meet = (me: object) =>
  act(async () => {
    cloud(() => fine({ rows: [] }, { me }))
    await call(people.communities, {})
  })

beforeEach(startAgain)

describe('before anybody is known', () => {
  test('a draft is fresh', () => {
    const { result, unmount } = renderHook(() => useDraft('early', { what: '' }))
    expect(result.current[0]).toEqual({ what: '' })
    unmount()
  })

  test('a page of the internet that frames the phone cannot say whose it is', async () => {
    tell('identity', { openid: 'o-thief' }, { origin: 'https://example.com' })
    expect(wechat.storage.get('anything')).toBeUndefined()
    wechat.storage.set('anything', 1)
    expect(localStorage).toHaveLength(0)
  })

  test('the phone asks for the communities, and learns with the reply who it belongs to', async () => {
    cloud(() => fine({ rows: [{ id: 'c1', name: '金星社区' }] }, { me: person('m1', 'resident') }))
    const { result } = renderHook(() => ({ community: useCommunity(), me: useMe(), known: useKnown() }))
    expect(result.current).toMatchObject({ known: false, me: { id: '' }, community: { id: undefined, loading: true } })
    await act(async () => tell('identity', { openid: 'o-zhang' }))
    await act(async () => undefined)
    expect(result.current).toMatchObject({
      known: true,
      me: { name: '张师傅' },
      community: { id: 'c1', loading: false },
    })
    expect(arrived).toHaveLength(1)
  })
})

describe('a draft', () => {
  const first = { kind: '', when: { from: 0 }, heavy: undefined }

  test('survives the page that was left', () => {
    const { result, unmount } = renderHook(() => useDraft('ask', first))
    act(() => result.current[1]({ ...first, kind: 'meal' }))
    unmount()
    expect(renderHook(() => useDraft('ask', first)).result.current[0].kind).toBe('meal')
  })

  test('survives the phone that was switched off', () => {
    wechat.storage.set('draft.apply', { ...first, kind: 'meal' })
    expect(renderHook(() => useDraft('apply', first)).result.current[0].kind).toBe('meal')
    wechat.storage.remove('draft.apply')
  })

  test('is its person’s alone, though another may hold the same phone', () => {
    const left = Object.keys(localStorage).filter(name => name.endsWith('.draft.ask'))
    expect(left).toEqual(['xinlin.o-zhang.draft.ask'])
  })

  test('is gone once it was sent', () => {
    const { result } = renderHook(() => useDraft('ask', first))
    act(() => result.current[2]())
    expect(result.current[0]).toEqual(first)
    expect(JSON.stringify({ ...localStorage })).not.toContain('meal')
  })

  test.each([null, 'text', 7, [], { kind: 7, when: { from: 0 } }, { kind: 'meal', when: null }])(
    'that an older app left behind in another shape (%j) is left aside',
    old => {
      const { result } = renderHook(() => useDraft<unknown>('old', undefined))
      act(() => result.current[1](old))
      expect(renderHook(() => useDraft('old', first)).result.current[0]).toEqual(first)
    },
  )
})

describe('hats', () => {
  const here = (hat: Hat, communityId = 'c1'): Stand => ({ hat, communityId })
  afterEach(() => {
    const { result } = renderHook(() => useKept('community'))
    act(() => result.current[1](undefined))
  })

  test('who has duties wears them first; who chose otherwise is remembered', async () => {
    await meet(person('m2', 'resident', 'rider', 'dispatcher'))
    const { result, unmount } = renderHook(useHat)
    expect(result.current).toMatchObject({ hat: 'desk', stands: [here('family'), here('rider'), here('desk')] })
    act(() => result.current.wear(here('rider')))
    unmount()
    expect(renderHook(useHat).result.current.hat).toBe('rider')
  })

  test('a hat that was taken back is not worn any more', async () => {
    await meet(person('m3', 'resident'))
    expect(renderHook(useHat).result.current).toMatchObject({ hat: 'family', stands: [here('family')] })
  })

  test('a guest is at home', async () => {
    await meet(person('m4'))
    expect(renderHook(useHat).result.current).toMatchObject({ hat: 'family', stands: [] })
  })

  test('who is of one desk and lives elsewhere turns from one to the other, community and all, in one tap', async () => {
    const me = person('m6', 'dispatcher')
    await meet({ ...me, memberships: [...me.memberships, { communityId: 'qilong', role: 'resident' }] })
    const both = () => renderHook(() => ({ hat: useHat(), community: useCommunity() })).result
    const first = both()
    expect(first.current.hat).toMatchObject({ hat: 'desk', stands: [here('family', 'qilong'), here('desk')] })
    act(() => first.current.hat.wear(here('family', 'qilong')))
    expect(first.current).toMatchObject({ hat: { hat: 'family' }, community: { id: 'qilong' } })
    act(() => first.current.community.choose('somewhere'))
    expect(both().current.hat.hat).toBe('family')
    act(() => first.current.hat.wear(here('desk')))
    expect(both().current).toMatchObject({ hat: { hat: 'desk' }, community: { id: 'c1' } })
  })

  test('of many communities in one role one stands there: where he is, else the first', async () => {
    const ids = ['c1', 'qilong', 'taoting', 'beita']
    const memberships = ids.map(communityId => ({ communityId, role: 'subdistrict' as const }))
    await meet({ ...person('m7'), memberships })
    const { result } = renderHook(useHat)
    expect(result.current.stands).toEqual([here('office')])
    act(() => result.current.wear(here('office', 'beita')))
    expect(result.current).toMatchObject({ hat: 'office', stands: [here('office', 'beita')] })
  })
})

test('the community that was chosen stays chosen, wherever the person belongs', async () => {
  await meet(person('m5', 'resident'))
  const { result } = renderHook(useCommunity)
  expect(result.current.id).toBe('c1')
  act(() => result.current.choose('c7'))
  expect(renderHook(useCommunity).result.current.id).toBe('c7')
})

test('a person this phone cannot read is left aside, and the log names nobody', async () => {
  await meet(person('m6', 'resident'))
  const lines = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await meet({ ...person('m7', 'resident'), households: [{ elder: '王大爷' }] })
  expect(renderHook(useMe).result.current.rev).toBe('m6')
  expect(lines).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(lines.mock.calls)).not.toMatch(/张师傅|王大爷|p1/)
  lines.mockRestore()
})
