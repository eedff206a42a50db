/** Puts a drawing of ours (never text from outside) into the page. */
export function drawing(text: string): SVGElement {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (!(root instanceof SVGElement)) throw new Error('this is no drawing')
  root.setAttribute('aria-hidden', 'true')
  return root
}

/** Makes an element of a drawing. */
export function s(tag: string, props: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value))
  element.append(...children)
  if (!(element instanceof SVGElement)) throw new Error(`${tag} is no part of a drawing`)
  return element
}
