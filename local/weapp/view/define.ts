import * as glass from 'glass-easel'
import type { Space } from 'glass-easel-miniprogram-adapter'
import { builtins, type Builtin } from '../builtins'
import { play, type PictureAt, type Played } from './played'

/** Where a node of the framework stands in the document. */
export function elementOf(node: glass.Element): HTMLElement | undefined {
  const element: unknown = node.getBackendElement()
  return element instanceof HTMLElement ? element : undefined
}

/** `this` of a component, as the adapter hands it over. */
interface Self {
  _$: glass.GeneralComponent
}

/** Makes WeChat's own components known: each is an element of the document that is told of its attributes. */
export function defineBuiltins(
  space: Space,
  attributes: Readonly<Record<string, string[]>>,
  pictureAt: PictureAt,
): void {
  for (const tag of builtins) defineBuiltin(space, tag, attributes[tag] ?? [], pictureAt)
}

function defineBuiltin(space: Space, tag: Builtin, names: string[], pictureAt: PictureAt): void {
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
      const say = (type: string, detail: object) =>
        glass.Event.triggerEvent(component, type, detail, { bubbles: false, composed: false, capturePhase: true })
      played.set(component, play(tag, element, say, pictureAt))
    },
  }
  space.addComponentStaticConfig(`wx/${tag}`, { component: true, styleIsolation: 'shared' })
  const { _$: made } = space.component(`wx/${tag}`).definition({ properties, observers, lifetimes }).register()
  space.getComponentSpace().setGlobalUsingComponent(`wx-${tag}`, made)
}
