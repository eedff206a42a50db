import * as z from '../../../domain/zod'
import { h } from './dom'
import type { Phone } from './phone'
import { choice } from './sheet'

const Asked = z.object({ templates: z.array(z.object({ name: z.string(), title: z.string() })) })

/** WeChat's dialog of 订阅消息: one line for each template, ticked until it is tapped; 允许 allows what is ticked, once. */
export function subscribe(phone: Phone, payload: unknown, answer: (value: unknown) => void): void {
  const asked = z.safeParse(Asked, payload)
  const templates = asked.success ? asked.data.templates : []
  const ticked = new Set(templates.map(({ name }) => name))

  const line = ({ name, title }: { name: string; title: string }): HTMLButtonElement => {
    const button = h('button', { class: 'choice', type: 'button', 'aria-pressed': 'true' }, h('span', {}, title))
    button.addEventListener('click', () => {
      if (!ticked.delete(name)) ticked.add(name)
      button.setAttribute('aria-pressed', String(ticked.has(name)))
    })
    return button
  }
  const give = (allowed: boolean) => () => {
    phone.sheets.done()
    const said = (name: string) => (allowed && ticked.has(name) ? 'accept' : 'reject')
    answer({ answers: Object.fromEntries(templates.map(({ name }) => [name, said(name)])) })
  }
  phone.sheets.lay(
    '新邻 想给您发一次通知',
    [...templates.map(line), choice('允许', '打勾的各提醒一次', give(true), 'main'), choice('拒绝', '', give(false))],
    give(false),
  )
}
