import { choice } from './sheet'
import { h } from './dom'
import type { Phone } from './phone'

/** A lunch box on a doorstep, drawn: goods without people, as a proof of delivery should be. */
function drawn(): string {
  const canvas = h('canvas', { width: 800, height: 600 })
  const context = canvas.getContext('2d')
  if (!context) return ''
  const box = (colour: string, x: number, y: number, width: number, height: number) => {
    context.fillStyle = colour
    context.fillRect(x, y, width, height)
  }
  box('#D9CFC0', 0, 0, 800, 600)
  box('#7A3B2E', 210, 0, 380, 430)
  box('#8E4938', 240, 40, 320, 350)
  box('#E2B84C', 540, 220, 14, 44)
  box('#A89F92', 0, 430, 800, 170)
  box('#6F675D', 250, 420, 300, 60)
  box('#FFFFFF', 310, 300, 180, 140)
  box('#B3261E', 310, 300, 180, 26)
  box('#E8E1D8', 340, 350, 120, 12)
  box('#E8E1D8', 340, 374, 80, 12)
  return canvas.toDataURL('image/jpeg', 0.8)
}

/** 拍照: a drawn picture as a data URL, `own` for the phone's own file input, or nothing. */
export function photo(phone: Phone, answer: (picture: string | undefined) => void): void {
  const give = (picture: string) => () => {
    phone.sheets.done()
    answer(picture)
  }
  const picture = drawn()
  const sample = h('img', { class: 'sample', src: picture, alt: '门口的一份饭' })
  phone.sheets.lay(
    '拍照',
    [sample, choice('拍这一张', '画出来的', give(picture), 'main'), choice('从电脑里选', '', give('own'))],
    () => answer(undefined),
  )
}
