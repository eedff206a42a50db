import { h } from './dom'
import type { Trio } from './trio'
import { nextStep } from './turn'
import type { Errand } from './wire'

/** 带我走一遍: lights the next place to tap. It never taps. */
export interface Tour {
  button: HTMLElement
  /** Looks again at what comes next. */
  look(errand: Errand | undefined): void
}

/** Makes the walk over three phones. */
export function openTour(button: HTMLElement, { phones, stand, bringForward }: Trio): Tour {
  const note = h('p', { class: 'note', role: 'status' })
  let on = false
  let latest: Errand | undefined

  function unlight(): void {
    note.remove()
    for (const phone of Object.values(phones)) {
      phone.root.classList.remove('lit')
      phone.say({ kind: 'light', words: '' })
    }
  }

  function draw(): void {
    unlight()
    button.setAttribute('aria-pressed', String(on))
    if (!on) return
    const { hand, tap, say } = nextStep(latest, stand())
    const phone = phones[hand]
    bringForward(hand)
    note.textContent = say
    phone.root.classList.add('lit')
    phone.root.append(note)
    phone.say({ kind: 'light', words: tap })
  }

  button.addEventListener('click', () => {
    on = !on
    draw()
  })
  return {
    button,
    look(errand) {
      latest = errand
      if (on) draw()
    },
  }
}
