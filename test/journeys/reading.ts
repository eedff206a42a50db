import jsQR from 'jsqr'
import type { Handset } from './handset'

/** The words on a phone's screen, once everything on it has come; the page is turned to as a card or a notice does. */
export async function wordsAt(phone: Handset, path: string): Promise<string> {
  await phone.section.locator('iframe').evaluate((frame, to) => {
    if (!(frame instanceof HTMLIFrameElement)) return
    frame.contentWindow?.postMessage({ xinlin: 1, kind: 'navigate', path: to }, frame.src)
  }, path)
  const standing = phone.screen
    .locator(`mp-page[route="${path.split('?')[0]?.slice(1)}"], .taro_page[id^="${path.split('?')[0]}"]`)
    .filter({ visible: true })
    .last()
  await standing.waitFor()
  await standing.locator('.loading').first().waitFor({ state: 'detached' })
  return standing.innerText()
}

/** What is cut off or too small to tap on the screen, each as a line; none at any text size. */
export function misfits(phone: Handset): Promise<string[]> {
  return phone.top.evaluate(page => {
    const shown = [...page.querySelectorAll<HTMLElement>('*')].filter(element => element.checkVisibility())
    const hasWords = (element: HTMLElement) =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const called = (element: HTMLElement) => `${element.className}: ${element.innerText.slice(0, 30)}`
    const isBox = (element: HTMLElement) => getComputedStyle(element).display !== 'inline'
    const isCut = (element: HTMLElement) =>
      (isBox(element) && element.scrollWidth > element.clientWidth) ||
      getComputedStyle(element).textOverflow === 'ellipsis' ||
      getComputedStyle(element).webkitLineClamp !== 'none'
    const isOutside = (element: HTMLElement) =>
      element.getBoundingClientRect().right > page.getBoundingClientRect().right + 1
    const buttons = '[role=button], [role=radio], [role=checkbox], [role=tab], taro-button-core, wx-button'
    return [
      ...shown.filter(element => hasWords(element) && isCut(element)).map(element => `cut: ${called(element)}`),
      ...shown.filter(element => hasWords(element) && isOutside(element)).map(element => `outside: ${called(element)}`),
      ...shown
        .filter(element => element.matches(buttons) && element.getBoundingClientRect().height < 44)
        .map(element => `${element.getBoundingClientRect().height} px high: ${called(element)}`),
    ]
  })
}

/** The same, each line with where it was read. */
export const misfitsOn = async (phone: Handset, where: string): Promise<string[]> =>
  (await misfits(phone)).map(line => `${where}: ${line}`)

/** What WeChat's camera reads from the code on a phone's screen: the page behind it. */
export async function codeOn(phone: Handset): Promise<string> {
  // A letter for each pixel: as numbers they took half a minute to come over.
  const rows = await phone.top
    .locator('img[src^="data:image/png"]')
    .evaluate(async (image: HTMLImageElement): Promise<string[]> => {
      await image.decode()
      const { naturalWidth: width, naturalHeight: height } = image
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data = [] } = context?.getImageData(0, 0, width, height) ?? {}
      const isDark = (at: number) => (data[at * 4] ?? 0) < 128
      return Array.from({ length: height }, (_row, y) =>
        Array.from({ length: width }, (_pixel, x) => (isDark(y * width + x) ? '#' : ' ')).join(''),
      )
    })
  const pixels = [...rows.join('')].flatMap(pixel => (pixel === '#' ? [0, 0, 0, 255] : [255, 255, 255, 255]))
  const read = jsQR(Uint8ClampedArray.from(pixels), rows[0]?.length ?? 0, rows.length)
  if (!read) throw new Error('no code on the screen')
  return read.data
}
