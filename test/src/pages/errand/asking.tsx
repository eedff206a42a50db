import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { useDraft } from '@/client'
import { meet } from '@/client/me'
import ErrandAsk from '@/pages/errand/ask'
import { blank, type Answers } from '@/pages/errand/ask/answers'
import { fine, startAgain, tell } from '../../client/played'
import { daughter, forget, lunch, town } from '../family/home'

/** 请人帮忙, opened with these parameters. */
export const open = (params: Record<string, string> = {}) => {
  router.params = params
  return render(<ErrandAsk />)
}
export const text = (part: string | RegExp) => screen.findByText(part)
export const tap = async (part: string | RegExp) => fireEvent.click(await text(part))

const inputOf = (label: string): Element | null | undefined =>
  [...document.querySelectorAll('.field')]
    .find(one => one.querySelector('.field__label')?.textContent === label)
    ?.querySelector('taro-input-core')

/** Types into the field that is called so. */
export function type(label: string, value: string): void {
  const input = inputOf(label)
  if (!input) throw new Error(`no question ${label}`)
  fireEvent(input, new CustomEvent('input', { detail: { value } }))
}

/** What stands in the field that is called so. */
export const valueOf = (label: string): unknown => Reflect.get(inputOf(label) ?? {}, 'value')

function throwAway(draft: string): void {
  const { result } = renderHook(() => useDraft(draft, blank))
  act(() => result.current[2]())
}

/** What somebody had answered before he left the page. */
export function leaveLying(draft: string, answers: Answers): void {
  const { result } = renderHook(() => useDraft(draft, blank))
  act(() => result.current[1](answers))
}

/** Each test begins with the daughter's phone, a cloud that takes her errand, and no draft. */
export function askAnew(): void {
  beforeAll(() => tell('identity', { openid: 'o-wang' }))
  beforeEach(() => {
    startAgain()
    for (const draft of ['ask', 'ask.desk', 'again.e1', 'household.kin', 'household.self']) throwAway(draft)
    act(() => meet(daughter()))
    town({ request: fine(lunch('requested')) })
  })
  afterEach(async () => {
    cleanup()
    await forget()
  })
}
