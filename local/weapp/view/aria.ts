const attributes: Record<string, string> = {
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaLive: 'aria-live',
  ariaChecked: 'aria-checked',
}

/** What a screen reader is told, as it stands in the document; false when the property is none of that. */
export function setAria(element: HTMLElement, name: string, value: unknown): boolean {
  const attribute = attributes[name]
  if (attribute === undefined) return false
  if (value === undefined || value === null || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
  return true
}
