import * as glass from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { Package, PageJson } from '../package'
import { defineBuiltins, elementOf } from './define'
import { valuesIn } from './field'
import type { PictureAt, Say } from './played'

/** A page or a component as its own code sees it (`this`). */
export type Instance = Record<string, unknown>

/** A page that stands in the document. */
export interface Drawn {
  instance: Instance
  element: HTMLElement
  /** Puts it into the document; its components are told. */
  attach(parent: HTMLElement): void
  close(): void
}

/** What the engine tells the logic. */
export interface EngineHears {
  /** A component was made, before it is drawn. */
  created(instance: Instance, path: string): void
  /** A tap on one of WeChat's own buttons, of which the page has heard; what comes of it is said there. */
  pressed(openType: string, say: Say): void
  /** A lifetime, an observer or an event's handler threw. */
  failed(error: unknown): void
}

/** The view layer: WeChat's own component framework, drawing into this document. */
export interface Engine {
  isDefined(path: string): boolean
  /** @throws Error when the page or component has no template */
  define(path: string, kind: 'page' | 'component', json: PageJson, options: object): void
  behavior(options: object): unknown
  /** True while the handlers of a tap run. */
  isTapped(): boolean
  draw(path: string): Drawn
}

const native = /^(touch(start|move|end|cancel)|transitionend|animation(start|iteration|end))$/

/** Opens the engine for one package. A window has one: it listens to the fingers on this document. */
export function openEngine(
  { templates, attributes }: Pick<Package, 'templates' | 'attributes'>,
  pictureAt: PictureAt,
  hears: EngineHears,
): Engine {
  glass.globalOptions.throwGlobalError = false
  glass.globalOptions.writeIdToDOM = true
  glass.addGlobalErrorListener(error => hears.failed(error))
  const groups: Record<string, unknown> = new Function(templates)()
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const prepare = space.prepareComponentOptions.bind(space)
  // The adapter writes a random prefix before each id; a page finds its nodes by their own.
  space.prepareComponentOptions = (path, options) => {
    const [made, isolation] = prepare(path, options)
    return [{ ...made, idPrefixGenerator: null, writeIdToDOM: true }, isolation]
  }

  const backend = new glass.CurrentWindowBackendContext()
  const listen = backend.setListenerStats.bind(backend)
  // Else what a native control inside a component says would reach the page as the component's own event.
  backend.setListenerStats = (element, type, capture, level) => {
    if (native.test(type)) listen(element, type, capture, level)
  }
  const associated = env.associateBackend(backend)
  backend.onEvent((target, type, detail, options) => {
    const element = elementOf(target)
    if (type === 'tap' && element?.closest('wx-button[disabled]')) return undefined
    const original: unknown = options.originalEvent
    const touches = original instanceof Event && 'changedTouches' in original ? original.changedTouches : []
    const extraFields = { touches, changedTouches: touches }
    isTapping = type === 'tap'
    try {
      glass.Event.triggerEvent(target, type, detail, { ...options, extraFields })
      if (type === 'tap' && element) tapped(element)
    } finally {
      isTapping = false
    }
    return undefined
  })

  let isTapping = false
  const voices = new WeakMap<Element, Say>()
  defineBuiltins(space, attributes, { pictureAt, made: (element, say) => void voices.set(element, say) })

  function tapped(element: HTMLElement): void {
    const button = element.closest('wx-button')
    const say = button && voices.get(button)
    if (say) hears.pressed(button.getAttribute('open-type') ?? '', say)
    const form = button?.matches('[form-type=submit]') && button.closest<HTMLElement>('wx-form')
    if (form) voices.get(form)?.('submit', { value: valuesIn(form) })
  }

  const defined = new Set<string>()
  return {
    isDefined: path => defined.has(path),
    isTapped: () => isTapping,
    behavior: options => space.behavior().definition(options).register(),
    define(path, kind, json, options) {
      if (!Object.hasOwn(groups, path)) throw new Error(`no wxml for ${path}`)
      defined.add(path)
      // Styles of all components stand in one sheet: what keeps them apart in WeChat is not played.
      space.addComponentStaticConfig(path, { ...json, styleIsolation: 'shared' })
      space.addCompiledTemplate(path, { groupList: groups, content: groups[path] })
      if (kind === 'page') space.component(path).pageDefinition(options).register()
      else space.component(path).definition(metered(path, options)).register()
    },
    draw(path) {
      const root = associated.createRoot('mp-page', space, path)
      const element = elementOf(root.getComponent())
      if (!element) throw new Error(`${path} could not be drawn`)
      element.setAttribute('route', path)
      return {
        instance: root.get(),
        element,
        attach(parent) {
          const placeholder = document.createElement('span')
          parent.append(placeholder)
          root.attach(parent, placeholder)
        },
        close() {
          element.remove()
          root.release()
        },
      }
    },
  }

  function metered(path: string, options: { lifetimes?: { created?: () => void }; created?: () => void }): object {
    const own = options.lifetimes?.created ?? options.created
    const created = function (this: Instance) {
      hears.created(this, path)
      own?.call(this)
    }
    return { ...options, lifetimes: { ...options.lifetimes, created } }
  }
}
