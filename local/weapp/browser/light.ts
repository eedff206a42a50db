const pressable = '[role=button], [role=radio], [role=switch], [role=checkbox]'

/** 带我走一遍: outlines what may be pressed on this screen and says these words, wherever the page puts it; '' puts the light out. */
export function openLight(screen: HTMLElement): (words: string) => void {
  let wanted = ''
  let lit: HTMLElement | undefined

  function draw(): void {
    const saying = [...screen.querySelectorAll<HTMLElement>(pressable)].filter(
      element => wanted !== '' && element.offsetParent !== null && element.textContent?.includes(wanted),
    )
    const found = saying.sort((a, b) => (a.textContent ?? '').length - (b.textContent ?? '').length)[0]
    if (found === lit) return
    lit?.classList.remove('lit')
    found?.classList.add('lit')
    found?.scrollIntoView({ block: 'nearest' })
    lit = found
  }

  new MutationObserver(draw).observe(screen, { childList: true, subtree: true, characterData: true })
  return words => {
    wanted = words
    draw()
  }
}
