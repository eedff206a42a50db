import { fill, h } from './dom'
import { icon, type IconName } from './icon'
import type { Refusal } from './protocol'
import type { Hand, Person } from './wire'

/** Settings of one phone that outlive a change of hands. */
export interface Settings {
  scale: 1 | 1.2 | 1.4
  offline: boolean
  refuse: Set<Refusal>
  /** 微信版: the very build that is uploaded to WeChat. 网页版: the same source built for a browser. */
  build: 'weapp' | 'h5'
}

/** What stands above a phone: whose it is, the flag, and four quiet switches. */
export interface Head {
  root: HTMLElement
  /** The person's name, which opens the choice of another. */
  name: HTMLElement
  show(person: Person): void
  /** 轮到谁; nothing takes the flag down. */
  flag(words: string | undefined): void
  /** Draws the switch 拒绝授权 as the settings stand. */
  drawRefusals(): void
  /** Opens the sheet of 拒绝授权, as 去设置 on the phone does. */
  chooseRefusals(): void
}

const titles: Record<Hand, string> = { family: '居民', desk: '书记台', rider: '骑手' }
const sizes = { 1: '标准', 1.2: '大', 1.4: '特大' } as const
const bigger = { 1: 1.2, 1.2: 1.4, 1.4: 1 } as const

interface HeadDoes {
  choosePerson(): void
  chooseRefusals(): void
  changed(name: keyof Settings): void
}

/** Draws the head of a phone; it changes the settings it is given and says which. */
export function openHead(hand: Hand, settings: Settings, does: HeadDoes): Head {
  const who = h('span', { class: 'who' })
  const name = h('button', { class: 'person', type: 'button', onclick: does.choosePerson }, who, icon('down'))
  const flag = h('span', { class: 'flag', role: 'status' })

  function quiet(image: IconName, label: () => string, on: () => boolean, tap: () => void) {
    const button = h('button', { class: 'quiet', type: 'button' }, icon(image))
    const draw = () => {
      button.setAttribute('aria-label', label())
      button.title = label()
      button.setAttribute('aria-pressed', String(on()))
    }
    button.addEventListener('click', () => {
      tap()
      draw()
    })
    draw()
    return { button, draw }
  }

  const letters = quiet(
    'letters',
    () => `字号：${sizes[settings.scale]}`,
    () => settings.scale !== 1,
    () => {
      settings.scale = bigger[settings.scale]
      fill(letters.button, settings.scale === 1 ? icon('letters') : sizes[settings.scale])
      does.changed('scale')
    },
  )
  const offline = quiet(
    'offline',
    () => (settings.offline ? '断网中，点一下接上' : '断网'),
    () => settings.offline,
    () => {
      settings.offline = !settings.offline
      does.changed('offline')
    },
  )
  const refuse = quiet(
    'refuse',
    () => (settings.refuse.size > 0 ? '拒绝授权中，点一下改' : '拒绝授权'),
    () => settings.refuse.size > 0,
    () => does.chooseRefusals(),
  )
  const names = { weapp: '微信', h5: '网页' }
  const other = { weapp: 'h5', h5: 'weapp' } as const
  const build = quiet(
    'letters',
    () => `这是${names[settings.build]}版，点一下换成${names[other[settings.build]]}版`,
    () => settings.build === 'h5',
    () => {
      settings.build = other[settings.build]
      fill(build.button, names[settings.build])
      does.changed('build')
    },
  )
  fill(build.button, names[settings.build])

  return {
    root: h(
      'header',
      { class: 'head' },
      h('span', { class: 'role' }, titles[hand]),
      name,
      flag,
      h('span', { class: 'switches' }, letters.button, offline.button, refuse.button, build.button),
    ),
    name,
    show(person) {
      who.textContent = person.name
      name.title = person.role
      name.setAttribute('aria-label', `${titles[hand]}：${person.name}，换人`)
    },
    flag(words) {
      flag.textContent = words ?? ''
    },
    drawRefusals: refuse.draw,
    chooseRefusals: () => does.chooseRefusals(),
  }
}
