import type { AppJson } from '../package'

/** The tabs at the foot of the screen: WeChat's part, below the page. */
export interface Tabs {
  root: HTMLElement
  /** Marks the tab of this page; a page that is none has no tabs below it. */
  show(route: string): void
}

/** Draws the tabs that app.json names. */
export function openTabs(
  { tabBar }: AppJson,
  pictureAt: (path: string) => string,
  turnTo: (page: string) => void,
): Tabs {
  const root = document.createElement('nav')
  root.className = 'tabs'
  const marks = (tabBar?.list ?? []).map(tab => {
    const button = document.createElement('button')
    const icon = document.createElement('img')
    icon.alt = ''
    button.append(icon, tab.text)
    button.addEventListener('click', () => turnTo(tab.pagePath))
    root.append(button)
    return (route: string) => {
      const on = route === tab.pagePath
      icon.src = pictureAt(`/${on ? tab.selectedIconPath : tab.iconPath}`)
      button.style.color = (on ? tabBar?.selectedColor : tabBar?.color) ?? ''
      button.setAttribute('aria-current', on ? 'page' : 'false')
      return on
    }
  })
  return {
    root,
    show(route) {
      root.hidden = !marks.map(mark => mark(route)).some(Boolean)
    },
  }
}
