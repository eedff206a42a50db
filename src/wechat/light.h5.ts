let lit: HTMLElement | undefined
let wanted = ''
let watching: MutationObserver | undefined

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null

/** The smallest thing on the screen that may be tapped and says these words. */
function find(words: string): HTMLElement | undefined {
  const tappable = [...document.querySelectorAll<HTMLElement>('[role=button], button, [role=switch], [role=radio]')]
  const saying = tappable.filter(element => isShown(element) && (element.textContent ?? '').includes(words))
  return saying.sort((a, b) => (a.textContent ?? '').length - (b.textContent ?? '').length)[0]
}

function draw(): void {
  const found = wanted === '' ? undefined : find(wanted)
  if (found === lit) return
  lit?.style.removeProperty('outline')
  lit = found
  if (!lit) return
  lit.style.outline = '3px solid #B3261E'
  lit.scrollIntoView({ block: 'nearest' })
}

/** 带我走一遍: outlines the next place to tap, wherever the page puts it; it never taps. '' puts the light out. */
export function light(words: string): void {
  wanted = words
  watching?.disconnect()
  watching = undefined
  draw()
  if (wanted === '') return
  watching = new MutationObserver(draw)
  watching.observe(document.body, { childList: true, subtree: true, characterData: true })
}
