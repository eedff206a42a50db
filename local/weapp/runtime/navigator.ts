import type { Package } from '../package'
import type { OpenPage } from './pages'

/** WeChat opens no more pages over each other. */
const mostPages = 10

/** The pages that lie over each other, and WeChat's rules for turning them; each refusal is an Error in WeChat's words. */
export interface Navigator {
  stack(): readonly OpenPage[]
  top(): OpenPage | undefined
  navigateTo(url: string): void
  redirectTo(url: string): void
  navigateBack(delta?: number): void
  switchTab(url: string): void
  reLaunch(url: string): void
}

/** Where a url leads: the page's path and what stands behind the question mark, as it stands there. */
export function readUrl(url: string, from = ''): { route: string; query: Record<string, string> } {
  const [path = '', said = ''] = url.split('?')
  const base = from.split('/').slice(0, -1)
  const steps = path.startsWith('/') ? path.split('/').slice(1) : [...base, ...path.split('/')]
  const route = steps.reduce<string[]>((walked, step) => {
    if (step === '..') return walked.slice(0, -1)
    return step === '.' ? walked : [...walked, step]
  }, [])
  const query = said
    .split('&')
    .filter(Boolean)
    .map(pair => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')] as const
    })
  return { route: route.join('/'), query: Object.fromEntries(query) }
}

/** Opens the navigator; `turned` is told after every turn. */
export function openNavigator(
  { pages, appJson }: Pick<Package, 'pages' | 'appJson'>,
  open: (route: string, query: Record<string, string>) => OpenPage,
  turned: () => void,
): Navigator {
  const tabs = new Set(appJson.tabBar?.list.map(tab => tab.pagePath))
  /** Tab pages that were opened once stay alive. */
  const alive = new Map<string, OpenPage>()
  let stack: OpenPage[] = []
  const top = (): OpenPage | undefined => stack.at(-1)

  function find(url: string) {
    const target = readUrl(url, top()?.route)
    if (!pages.includes(target.route)) throw new Error(`page "${target.route}" is not found`)
    return { ...target, isTab: tabs.has(target.route) }
  }

  function close(page: OpenPage): void {
    if (!tabs.has(page.route)) page.close()
    else page.hide()
  }

  function push(route: string, query: Record<string, string>): void {
    const page = open(route, query)
    if (tabs.has(route)) alive.set(route, page)
    stack.push(page)
    page.begin()
  }

  return {
    stack: () => stack,
    top,
    navigateTo(url) {
      const { route, query, isTab } = find(url)
      if (isTab) throw new Error('can not navigateTo a tabbar page')
      if (stack.length >= mostPages) throw new Error('webview count limit exceed')
      top()?.hide()
      push(route, query)
      turned()
    },
    redirectTo(url) {
      const { route, query, isTab } = find(url)
      if (isTab) throw new Error('can not redirectTo a tabbar page')
      const leaving = stack.pop()
      if (leaving) {
        leaving.close()
        alive.delete(leaving.route)
      }
      push(route, query)
      turned()
    },
    navigateBack(delta = 1) {
      if (stack.length < 2) throw new Error('cannot navigate back at first page')
      for (const page of stack.splice(Math.max(1, stack.length - delta)).reverse()) page.close()
      top()?.show()
      turned()
    },
    switchTab(url) {
      const { route, isTab } = find(url)
      if (!isTab) throw new Error('can not switch to no-tabBar page')
      const shown = top()
      if (shown?.route === route) return
      for (const page of stack.splice(0).reverse()) if (page === shown || !tabs.has(page.route)) close(page)
      const kept = alive.get(route)
      if (kept) {
        stack = [kept]
        kept.show()
      } else push(route, {})
      turned()
    },
    reLaunch(url) {
      const { route, query } = find(url)
      for (const page of new Set([...stack.splice(0).reverse(), ...alive.values()])) page.close()
      alive.clear()
      push(route, query)
      turned()
    },
  }
}
