import jsQR from 'jsqr'
import { h } from './dom'
import type { Phone } from './phone'
import { choice } from './sheet'
import type { Door } from './wire'

/** Reads the code in an image as a camera would: from its pixels. */
function textIn(image: HTMLImageElement): string | undefined {
  const canvas = h('canvas', { width: image.naturalWidth, height: image.naturalHeight })
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(pixels.data, pixels.width, pixels.height)?.data
}

/** 扫一扫: the codes that hang at the stations' doors; a tap holds the camera to one. `onDoor` learns which door that is. */
export function scan(
  phone: Phone,
  doors: Door[],
  answer: (text: string | undefined) => void,
  onDoor: (door: Door) => void,
): void {
  const said = h('p', { class: 'said', role: 'status' }, '点一张门口的码，镜头就对准它')
  const codes = doors.map(door => {
    const image = h('img', { src: door.qr, alt: '' })
    const hold = () => {
      const text = image.complete ? textIn(image) : undefined
      if (text === undefined) return void (said.textContent = '没认出来，再点一次')
      phone.sheets.done()
      onDoor(door)
      answer(text)
    }
    return h(
      'button',
      { class: 'code', type: 'button', 'data-code': door.code, onclick: hold },
      image,
      h('span', {}, door.name),
    )
  })
  phone.sheets.lay(
    '扫一扫',
    [said, h('div', { class: 'codes' }, ...codes), choice('取消', '', phone.sheets.close, 'cancel')],
    () => answer(undefined),
    'camera',
  )
}
