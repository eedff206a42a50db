import * as glass from 'glass-easel'
import type { Space } from 'glass-easel-miniprogram-adapter'
import { builtins, type Builtin } from '../builtins'
import { play, type PictureAt, type Played, type Say } from './played'

/** Where a node of the framework stands in the document. */
export function elementOf(node: glass.Element): HTMLElement | undefined {
  const element: unknown = node.getBackendElement()
  return element instanceof HTMLElement ? element : undefined
}

/** `this` of a component, as the adapter hands it over. */
interface Self {
  _$: glass.GeneralComponent
}

/** What WeChat's own components stand in and speak to. */
interface Around {
  pictureAt: PictureAt
  /** A component stands in this element, and speaks to its page so. */
  made(element: HTMLElement, say: Say): void
}

/** Makes WeChat's own components known: each is an element of the document that is told of its attributes. */
export function defineBuiltins(space: Space, attributes: Readonly<Record<string, string[]>>, around: Around): void {
  for (const tag of builtins) defineBuiltin(space, tag, attributes[tag] ?? [], around)
}

function defineBuiltin(space: Space, tag: Builtin, names: string[], { pictureAt, made: makes }: Around): void {
  const played = new WeakMap<object, Played>()
  // What a component does not declare as a property, the framework drops.
  const properties = Object.fromEntries(names.map(name => [name, { type: null, value: undefined }]))
  const observer = (name: string) =>
    function (this: Self, value: unknown) {
      const { _$: component } = this
      played.get(component)?.(name, value)
    }
  const observers = Object.fromEntries(names.map(name => [name, observer(name)]))
  const lifetimes = {
    created(this: Self) {
      const { _$: component } = this
      const element = elementOf(component)
      if (!element) return
      const say: Say = (type, detail) =>
        glass.Event.triggerEvent(component, type, detail, { bubbles: false, composed: false, capturePhase: true })
      makes(element, say)
      played.set(component, play(tag, element, say, pictureAt))
    },
  }
  space.addComponentStaticConfig(`wx/${tag}`, { component: true, styleIsolation: 'shared' })
  const { _$: made } = space.component(`wx/${tag}`).definition({ properties, observers, lifetimes }).register()
  space.getComponentSpace().setGlobalUsingComponent(`wx-${tag}`, made)
}
