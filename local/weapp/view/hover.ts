/** hover-class: a finger that lies on the element changes its look. */
export function hover(element: HTMLElement): (classes: unknown) => void {
  let worn: string[] = []
  let wanted: string[] = []
  const off = () => element.classList.remove(...worn.splice(0))
  element.addEventListener('pointerdown', () => {
    worn = [...wanted]
    element.classList.add(...worn)
  })
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) element.addEventListener(end, off)
  return classes => {
    wanted = typeof classes === 'string' && classes !== 'none' ? classes.split(/\s+/).filter(Boolean) : []
  }
}
