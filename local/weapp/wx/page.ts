import type { Outside } from '../outside'
import type { Navigator } from '../runtime/navigator'
import { answering, text } from './answer'

type Seen = (entry: { intersectionRatio: number }) => void

/** What a page does with its own bar and with what of it is in sight. */
export const page = (outside: Outside, navigator: Navigator) => ({
  setNavigationBarTitle: answering('setNavigationBarTitle', ({ title }) => {
    const shown = navigator.top()
    if (shown) shown.element.dataset['title'] = text(title)
    outside.title(text(title))
    return undefined
  }),
  stopPullDownRefresh: answering('stopPullDownRefresh', () => undefined),
  createIntersectionObserver(instance: unknown) {
    const element = navigator.stack().find(shown => shown.instance === instance)?.element ?? navigator.top()?.element
    let observer: { disconnect(): void } | undefined
    let rootMargin = '0px'
    const api = {
      relativeToViewport(margins: Partial<Record<'top' | 'right' | 'bottom' | 'left', number>> = {}) {
        const { top = 0, right = 0, bottom = 0, left = 0 } = margins
        rootMargin = `${top}px ${right}px ${bottom}px ${left}px`
        return api
      },
      observe(selector: string, seen: Seen) {
        const target = element?.querySelector(selector)
        if (target) observer = watch(target, rootMargin, seen)
      },
      disconnect: () => observer?.disconnect(),
    }
    return api
  },
})

/** Where nothing is laid out (jsdom), everything is in sight. */
function watch(target: Element, rootMargin: string, seen: Seen): { disconnect(): void } {
  if (!('IntersectionObserver' in window)) {
    let stopped = false
    void Promise.resolve().then(() => stopped || seen({ intersectionRatio: 1 }))
    return { disconnect: () => void (stopped = true) }
  }
  const observer = new IntersectionObserver(entries => entries.forEach(seen), { rootMargin })
  observer.observe(target)
  return observer
}
