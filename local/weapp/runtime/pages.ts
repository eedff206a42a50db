import { packageOf, type Package } from '../package'
import type { Drawn, Engine, Instance } from '../view/engine'
import type { Meter } from './meter'
import type { Modules } from './modules'
import type { Registry } from './registry'

/** A page that is open. */
export interface OpenPage {
  route: string
  query: Record<string, string>
  instance: Instance
  element: HTMLElement
  /** Calls a method of the page, when it has one of that name. */
  tell(event: string, detail?: unknown): unknown
  /** Draws it and tells it of its beginning; by then it is among the open pages. */
  begin(): void
  show(): void
  hide(): void
  close(): void
}

/** So near its end WeChat says that a page was scrolled there (onReachBottomDistance), px. */
const nearEnd = 50

/** What opening a page needs. */
export interface PageParts {
  pack: Package
  engine: Engine
  modules(): Modules
  registry: Registry
  meter: Meter
  screen: HTMLElement
  failed(error: unknown): void
}

/** Opens pages; each has a number of its own. @returns what opens one */
export function pageOpener({ pack, engine, modules, registry, meter, screen, failed }: PageParts) {
  let opened = 0

  return function open(route: string, query: Record<string, string>): OpenPage {
    modules().enter(packageOf(pack.appJson, route))
    registry.prepare(route)
    const drawn = engine.draw(route)
    const { instance } = drawn
    opened += 1
    const id = opened
    Object.assign(instance, { options: query, __wxWebviewId__: id, getPageId: () => `pageId:${id}` })
    for (const name of ['route', '__route__'])
      Object.defineProperty(instance, name, { value: route, configurable: true })
    meter.watch(instance, route)
    return pageOf(drawn, route, query)
  }

  function pageOf({ instance, element, attach, close }: Drawn, route: string, query: Record<string, string>): OpenPage {
    const tell = (event: string, detail?: unknown): unknown => {
      const method = instance[event]
      if (typeof method !== 'function') return undefined
      try {
        const answer: unknown = method.call(instance, detail)
        return answer
      } catch (error) {
        failed(error)
        return undefined
      }
    }
    element.addEventListener('scroll', () => {
      if (element.scrollTop + element.clientHeight >= element.scrollHeight - nearEnd) tell('onReachBottom')
    })
    const show = (): void => {
      element.hidden = false
      tell('onShow')
    }
    return {
      route,
      query,
      instance,
      element,
      tell,
      show,
      begin() {
        attach(screen)
        tell('onLoad', query)
        show()
        void Promise.resolve().then(() => tell('onReady'))
      },
      hide() {
        element.hidden = true
        tell('onHide')
      },
      close() {
        tell('onUnload')
        close()
      },
    }
  }
}
