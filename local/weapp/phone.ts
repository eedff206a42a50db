import type { Outside } from './outside'
import type { Package } from './package'
import { openMeter, type Reading } from './runtime/meter'
import { openModules } from './runtime/modules'
import { openNavigator, readUrl, type Navigator } from './runtime/navigator'
import { pageOpener } from './runtime/pages'
import { openRegistry } from './runtime/registry'
import { openScope } from './runtime/scope'
import { treeOf, type Tree } from './runtime/tree'
import { openEngine } from './view/engine'
import { buttons } from './wx/buttons'
import { openWx } from './wx/index'
import { openShare } from './wx/share'

/** A phone that runs a mini-program. */
export interface Phone {
  navigator: Navigator
  /**
   * Opens the app on this page; the first one of app.json where none is said. `scene`: where the person came from (场景值); 1001 is
   * WeChat's own list.
   */
  start(url?: string, scene?: number): void
  /** 下拉: pulls the page down, where it may be pulled. */
  pull(): void
  resize(): void
  /** The network is another now. */
  reconnect(): void
  /** The person puts WeChat away, and looks at it again. */
  hide(): void
  show(): void
  /** What was sent to the screen and to the cloud since the last reading. */
  read(): Reading
  /** The page on top, counted. */
  tree(): Tree
  /** The packages whose code was loaded; '' is the main one. */
  packages(): string[]
  /** WeChat's API: what is played, and what the package asks for and is refused by name. */
  api: { provided: string[]; refused: string[] }
  /** What went wrong since the start, in the order in which it did. */
  errors: string[]
}

/** Sets up a phone in this window: its pages are drawn into `screen`. */
export function openPhone(
  pack: Package,
  outside: Outside,
  screen: HTMLElement,
  pictureAt = (src: string) => src,
): Phone {
  const errors: string[] = []
  const note = (error: unknown): void =>
    void errors.push(error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error))
  const failed = (error: unknown): void => {
    note(error)
    wx.tell('Error', errors.at(-1))
    tellApp('onError', errors.at(-1))
  }
  const meter = openMeter(failed)
  const engine = openEngine(pack, pictureAt, {
    created: (instance, path) => meter.watch(instance, path),
    pressed: (openType, say) => void own[openType]?.(say),
    failed,
  })
  const registry = openRegistry(pack, engine, () => modules)
  const open = pageOpener({ pack, engine, modules: () => modules, registry, meter, screen, failed })
  const navigator = openNavigator(pack, open, () => {
    const shown = navigator.top()
    outside.title(shown?.element.dataset['title'] ?? titleOf(shown?.route ?? ''))
    outside.turned()
  })
  const sharing = openShare(outside, titleOf)
  const own = buttons(outside, () => share('button'))
  const { asked } = pack
  const wx = openWx({
    outside,
    navigator,
    meter,
    screen,
    asked,
    failed,
    sharing: sharing.api,
    isTapped: engine.isTapped,
  })
  window.addEventListener('error', event => {
    event.preventDefault()
    failed(event.error)
  })
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    note(reason)
    tellApp('onUnhandledRejection', { reason, promise })
  })
  const getCurrentPages = () => navigator.stack().map(page => page.instance)
  const modules = openModules(pack, openScope({ ...registry.globals, wx: wx.wx, getCurrentPages, console: saying() }))

  let launched: object = {}

  function titleOf(route: string): string {
    return pack.json[route]?.navigationBarTitleText ?? pack.appJson.window?.navigationBarTitleText ?? ''
  }

  /** What is said as an error is one, though WeChat tells the app only of what was thrown. */
  function saying(): Console {
    return { ...console, error: (...said: unknown[]) => note(new Error(said.map(String).join(' '))) }
  }

  function share(from: 'button' | 'menu'): void {
    const page = navigator.top()
    if (page) sharing.send(page, from).catch(failed)
  }

  function tellApp(event: string, detail?: unknown): void {
    const method = registry.app()[event]
    if (typeof method === 'function') method.call(registry.app(), detail)
  }

  return {
    navigator,
    errors,
    api: { provided: wx.provided, refused: wx.refused },
    read: meter.read,
    tree: () => treeOf(navigator.top()?.element ?? screen),
    packages: modules.loaded,
    resize: wx.resize,
    reconnect: wx.reconnect,
    start(url = `/${pack.pages[0] ?? ''}`, scene = 1001) {
      modules.load('app.js')
      const { route, query } = readUrl(url)
      launched = { path: route, query, scene, referrerInfo: {} }
      tellApp('onLaunch', launched)
      tellApp('onShow', launched)
      if (pack.pages.includes(route)) return navigator.reLaunch(url)
      // WeChat asks the app where to; left alone, it shows a page of its own.
      wx.tell('PageNotFound', { path: route, query, isEntryPage: true })
      tellApp('onPageNotFound', { path: route, query, isEntryPage: true })
    },
    hide() {
      navigator.top()?.tell('onHide')
      tellApp('onHide', {})
    },
    show() {
      tellApp('onShow', launched)
      navigator.top()?.tell('onShow')
    },
    pull() {
      const page = navigator.top()
      if (page && pack.json[page.route]?.enablePullDownRefresh === true) page.tell('onPullDownRefresh')
    },
  }
}
