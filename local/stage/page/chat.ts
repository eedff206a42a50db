import { clockOf } from '../../../domain/time'
import { drawCard } from './card'
import { fill, h } from './dom'
import { liveWords } from '../group'
import { post, type Card, type Message, type Person, type World } from './wire'

/** The community's WeChat group, and whoever else's groups there are. */
export interface Chat {
  root: HTMLElement
  add(message: Message): void
  /** A live card has begun. */
  begin(activity: string): void
}

type Spoken = Pick<World, 'groups' | 'messages' | 'live'>

interface ChatDoes {
  /** Who holds the phones now: one of them speaks. */
  speakers(): Person[]
  openCard(card: Card, message: Message): void
}

/** Draws the groups; one is shown at a time. */
export function openChat({ groups, messages, live }: Spoken, does: ChatDoes): Chat {
  const lineOf = new Map(Object.entries(live))
  let shown = groups[0]?.id ?? ''
  const kept = [...messages]
  const lines = h('div', { class: 'lines', role: 'log', 'aria-label': '群里的话' })
  const names = h('div', { class: 'groups', role: 'tablist' })
  const speaker = h('select', { 'aria-label': '谁来说' })
  const words = h('input', {
    placeholder: '在群里说一句',
    'aria-label': '在群里说一句',
    maxlength: 200,
    enterkeyhint: 'send',
  })
  const form = h('form', { class: 'say' }, speaker, words)

  function line(message: Message): HTMLElement {
    const { what } = message
    if ('remark' in what) return h('p', { class: 'remark' }, what.remark)
    if ('opened' in what) return h('p', { class: 'aside' }, `${message.who} 打开了卡片`)
    const body =
      'card' in what
        ? drawCard(what.card, () => does.openCard(what.card, message), liveLine(what.card))
        : h('span', { class: 'bubble' }, what.text)
    const face = h('span', { class: 'face', 'aria-hidden': 'true' }, message.who.slice(0, 1))
    return h(
      'div',
      { class: 'line' },
      face,
      h('span', { class: 'told' }, h('span', { class: 'from' }, `${message.who} · ${clockOf(message.at)}`), body),
    )
  }

  const liveLine = ({ activity }: Card): string | undefined =>
    activity === undefined ? undefined : (lineOf.get(activity) ?? liveWords.joining)

  function toEnd(): void {
    lines.scrollTop = lines.scrollHeight
  }

  function draw(): void {
    const tabs = groups.map(group => {
      const choose = () => {
        shown = group.id
        draw()
      }
      return h(
        'button',
        { class: 'group', type: 'button', role: 'tab', 'aria-selected': String(group.id === shown), onclick: choose },
        group.name,
      )
    })
    fill(names, ...tabs)
    const here = kept.filter(message => message.groupId === shown)
    const empty = h('p', { class: 'aside' }, '群里还没有人说话。在手机上点“发到群里说一声”，卡片就到这里')
    fill(lines, ...(here.length > 0 ? here.map(line) : [empty]))
    toEnd()
  }

  function drawSpeakers(): void {
    const chosen = speaker.value
    fill(
      speaker,
      ...does
        .speakers()
        .map(person => h('option', { value: person.openid, selected: person.openid === chosen }, person.name)),
    )
  }

  speaker.addEventListener('focus', drawSpeakers)
  words.addEventListener('focus', drawSpeakers)
  form.addEventListener('submit', event => {
    event.preventDefault()
    const text = words.value.trim()
    drawSpeakers()
    if (text === '') return
    words.value = ''
    void post('say', { openid: speaker.value, groupId: shown, text })
  })
  new ResizeObserver(toEnd).observe(lines)
  draw()
  drawSpeakers()
  return {
    root: h('section', { class: 'chat', 'aria-label': '微信群' }, names, lines, form),
    add(message) {
      kept.push(message)
      if (groups.some(group => group.id === message.groupId)) shown = message.groupId
      draw()
    },
    begin(activity) {
      lineOf.set(activity, liveWords.begun)
      draw()
    },
  }
}
