import { h } from './dom'
import { refusals, type Refusal } from './protocol'
import { choice, type Sheets } from './sheet'

const words: Record<Refusal, readonly [string, string]> = {
  location: ['不给位置', '点“我到了”时说不'],
  privacy: ['关掉隐私说明', '看了就关'],
  camera: ['不给相机和相册', '拍照、扫码都不行'],
  phone: ['不给手机号', '只好自己写'],
  subscribe: ['不要提醒', '每次都点拒绝'],
  messages: ['微信里关了所有提醒', '新邻再也问不了'],
  undeclared: ['新邻忘了向微信申报', '位置、相机、手机号微信都不给'],
  weak: ['网络很慢', '每一下都等好几秒'],
}

/** 拒绝授权: what the person of this phone says no to. Each stays until it is taken back; `runOut` happens once. */
export function chooseRefusals(sheets: Sheets, refused: Set<Refusal>, changed: () => void, runOut: () => void): void {
  const said = h('p', { class: 'said', role: 'status' }, '点一下打开，再点一下放开')
  const line = (name: Refusal): HTMLButtonElement => {
    const [title, more] = words[name]
    const button = choice(title, more, () => {
      if (!refused.delete(name)) refused.add(name)
      draw()
      changed()
    })
    const draw = (): void => {
      button.setAttribute('aria-pressed', String(refused.has(name)))
    }
    draw()
    return button
  }
  const spend = choice('提醒次数用完', '再发就收不到', () => {
    runOut()
    said.textContent = '这个人的提醒次数用完了'
  })
  sheets.lay(
    '这个人不答应什么',
    [said, ...refusals.map(line), spend, choice('好了', '', sheets.close, 'cancel')],
    undefined,
    'tall',
  )
}
