type Prop = string | number | boolean | undefined | ((event: Event) => void)
type Child = Node | string | undefined | false

/**
 * Makes an element: `h('button', { class: 'quiet', onclick: … }, '重新开始')`. A property named `on…` listens, `true` is an attribute
 * without a value, `false` and `undefined` are left out. Text is always text, never markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Record<string, Prop> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value))
  }
  element.append(...present(children))
  return element
}

/** Puts these children in the place of those an element has. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...present(children))
}

const present = (children: Child[]): (Node | string)[] =>
  children.flatMap(child => (child === undefined || child === false ? [] : [child]))
