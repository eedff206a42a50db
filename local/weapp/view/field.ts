import type { Say } from './played'

/** WeChat's own bound where none is said. */
const usualLength = 140

const modes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

/** input and textarea: a native control inside, whose own events stay inside. */
export function playField(
  tag: 'input' | 'textarea',
  host: HTMLElement,
  say: Say,
): (name: string, value: unknown) => void {
  const control = document.createElement(tag)
  control.className = 'wx-inner'
  control.maxLength = usualLength
  host.append(control)

  const told = () => ({ value: control.value, cursor: control.selectionStart ?? control.value.length })
  control.addEventListener('input', event => {
    event.stopPropagation()
    grow()
    say('input', told())
  })
  control.addEventListener('focus', () => say('focus', { value: control.value, height: 0 }))
  control.addEventListener('blur', () => say('blur', { value: control.value }))
  control.addEventListener('keydown', event => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && tag === 'input')
      say('confirm', { value: control.value })
  })

  let grows = false
  function grow(): void {
    if (!grows) return
    control.style.height = 'auto'
    // Not in the document yet: it has no height to take.
    if (control.scrollHeight > 0) control.style.height = `${control.scrollHeight}px`
  }

  const sets: Record<string, (value: unknown) => void> = {
    value(value) {
      const text = value === undefined || value === null ? '' : String(value)
      // Written anew only when it differs: the cursor would jump to the end.
      if (control.value !== text) control.value = text
      grow()
    },
    name: value => void (control.name = String(value ?? '')),
    placeholder: value => void (control.placeholder = String(value ?? '')),
    disabled: value => void (control.disabled = value === true),
    type: value => void (control.inputMode = modes[String(value)] ?? 'text'),
    focus: value => value === true && control.focus(),
    ariaLabel: value => control.setAttribute('aria-label', String(value ?? '')),
    autoHeight(value) {
      grows = value === true
      if (grows && control instanceof HTMLTextAreaElement) control.rows = 1
      grow()
    },
    maxlength(value) {
      const most = Number(value)
      if (most < 0) control.removeAttribute('maxlength')
      else control.maxLength = most
    },
  }
  return (name, value) => void sets[name]?.(value)
}

/** What stands in the fields of a form, by their names. */
export function valuesIn(form: HTMLElement): Record<string, string> {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.wx-inner[name]')]
  return Object.fromEntries(fields.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]))
}
