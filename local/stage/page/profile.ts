import { fill, h } from './dom'
import type { Phone } from './phone'
import { choice } from './sheet'

/** WeChat's dialog of 手机号: the number WeChat knows, or none. The phone itself fetches the code for it. */
export function givePhone(phone: Phone, answer: (value: unknown) => void): void {
  const give = (allowed: boolean) => () => {
    phone.sheets.done()
    answer(allowed)
  }
  phone.sheets.lay(
    '新邻 申请使用您的手机号',
    [choice('允许', '微信里绑定的号码', give(true), 'main'), choice('不允许', '', give(false))],
    give(false),
  )
}

const colours = ['#8A4B00', '#1E6E45', '#1D4E89', '#5B3E8C'] as const

/** A face drawn by us: a head and shoulders in one colour. */
function drawn(colour: string): string {
  const canvas = h('canvas', { width: 132, height: 132 })
  const context = canvas.getContext('2d')
  if (!context) return ''
  context.fillStyle = '#F4EADF'
  context.fillRect(0, 0, 132, 132)
  context.fillStyle = colour
  context.beginPath()
  context.arc(66, 52, 26, 0, 2 * Math.PI)
  context.fill()
  context.beginPath()
  context.arc(66, 138, 54, 0, 2 * Math.PI)
  context.fill()
  return canvas.toDataURL('image/jpeg', 0.8)
}

/** WeChat's choice of a 头像; faces of nobody. */
export function giveFace(phone: Phone, answer: (value: unknown) => void): void {
  const give = (url: string | undefined) => () => {
    phone.sheets.done()
    answer(url)
  }
  const faces = h('div', { class: 'codes faces' })
  fill(
    faces,
    ...colours.map((colour, i) => {
      const url = drawn(colour)
      const label = `头像 ${i + 1}`
      return h(
        'button',
        { class: 'code', type: 'button', 'aria-label': label, onclick: give(url) },
        h('img', { src: url, alt: '' }),
      )
    }),
  )
  phone.sheets.lay('换头像', [faces, choice('取消', '', give(undefined), 'cancel')], give(undefined))
}

const declared = [
  '位置：您点“我到了”时看一次，确认到了驿站。',
  '手机号：您自己点了才给，填在您要填的那一格里。',
  '头像、昵称：您自己选了才用，家里人看得到来的是谁。',
  '照片：您自己拍了才传，做送到的凭证。',
] as const

/** WeChat's page with the 隐私保护指引 that was declared there, in short. */
export function showContract(phone: Phone, answer: (value: unknown) => void): void {
  const close = () => {
    phone.sheets.done()
    answer(true)
  }
  phone.sheets.lay(
    '隐私保护指引',
    [...declared.map(line => h('p', {}, line)), choice('看完了', '', close, 'cancel')],
    close,
  )
}
