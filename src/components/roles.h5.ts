const pressable = new Set(['button', 'radio', 'checkbox', 'switch', 'tab'])

function press(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target === event.currentTarget && event.target instanceof HTMLElement)
    event.target.click()
}

/**
 * `ariaRole` in a browser and in the tests. Taro sets it as a property that no element knows; from here on it becomes the element's
 * role, and what can be pressed is reached with Tab and pressed with Enter, for the desk's keyboard.
 */
export function nameRoles(): void {
  Object.defineProperty(HTMLElement.prototype, 'ariaRole', {
    configurable: true,
    set(this: HTMLElement, role: string) {
      this.setAttribute('role', role)
      if (!pressable.has(role)) return
      this.setAttribute('tabindex', '0')
      // The same listener twice is one listener.
      this.addEventListener('keydown', press)
    },
  })
}
