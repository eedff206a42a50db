import { h, fill } from './dom'
import { openBar } from './bar'
import { openHead, type Head, type Settings } from './head'
import { heard, type FromPhone, type Id, type ToPhone } from './protocol'
import { chooseRefusals } from './refusals'
import { openSheets, type Sheets } from './sheet'
import type { Hand, Person, ShownNotice } from './wire'

/** One of the three phones: a real page of the product in a frame, with WeChat's own parts drawn around it. */
export interface Phone {
  hand: Hand
  root: HTMLElement
  head: Head
  sheets: Sheets
  person(): Person
  /** Where the phone stands: a path of the product. */
  path(): string
  /** Puts the phone into another person's hands: everything in it begins anew. */
  give(person: Person): void
  say(message: ToPhone): void
  open(path: string): void
  /** The WeChat group from whose card it was opened last; one's own when none was. */
  cameFrom(groupId?: string): string | undefined
  /** 服务通知: drops in and stays until it is tapped. */
  drop(notice: ShownNotice): void
}

/** What a phone may want of the stage. */
export interface PhoneHears {
  share(phone: Phone, id: Id, card: Extract<FromPhone, { kind: 'share' }>['card']): void
  ask(phone: Phone, asked: Extract<FromPhone, { kind: 'ask' }>): void
  acted(phone: Phone, area: string, verb: string): void
  moved(phone: Phone): void
  choosePerson(phone: Phone): void
  /** 提醒次数用完: WeChat takes no more messages for who holds this phone. */
  runOut(phone: Phone): void
}

/** Sets a phone up on its own port, in somebody's hands. */
export function openPhone(hand: Hand, port: number, first: Person, hears: PhoneHears): Phone {
  const origin = `http://${window.location.hostname}:${port}`
  const settings: Settings = { scale: 1, offline: false, refuse: new Set(), build: 'weapp' }
  let holder = first
  let group: string | undefined
  let path = ''
  let frame = newFrame()
  const pending: string[] = []
  let ready = false

  const bar = openBar(() => say({ kind: 'back' }))
  const notices = h('div', { class: 'drops' })
  const page = h('div', { class: 'page' }, frame)
  const screen = h('div', { class: 'screen' }, bar.root, page, notices)
  const sheets = openSheets(screen)
  const head = openHead(hand, settings, {
    choosePerson: () => hears.choosePerson(phone),
    chooseRefusals: () => chooseRefusals(sheets, settings.refuse, refused, () => hears.runOut(phone)),
    changed: name => setting(name),
  })
  const root = h(
    'section',
    { class: `phone ${hand}`, 'data-hand': hand },
    head.root,
    h('div', { class: 'frame' }, screen),
  )

  function newFrame(): HTMLIFrameElement {
    return h('iframe', {
      src: settings.build === 'weapp' ? `${origin}/weapp/` : `${origin}/`,
      title: `${holder.name}的手机`,
      allow: 'camera; clipboard-write',
    })
  }

  function say(message: ToPhone): void {
    frame.contentWindow?.postMessage({ xinlin: 1, ...message }, origin)
  }

  function open(to: string): void {
    if (ready) say({ kind: 'navigate', path: to })
    else pending.push(to)
  }

  function setting(name: keyof Settings): void {
    if (name === 'build') return begin()
    if (name === 'scale') say({ kind: name, value: settings.scale })
    else if (name === 'refuse') say({ kind: name, value: [...settings.refuse] })
    else say({ kind: name, value: settings[name] })
  }

  /** The app anew, from its first page. */
  function begin(): void {
    ready = false
    path = ''
    sheets.close()
    fill(notices)
    bar.show('新邻', false)
    frame = newFrame()
    fill(page, frame)
  }

  function refused(): void {
    head.drawRefusals()
    setting('refuse')
  }

  // A phone begins knowing nothing: whose it is and how it is set come by message, once it says that it listens.
  function greet(): void {
    setting('scale')
    setting('offline')
    setting('refuse')
    say({ kind: 'identity', openid: holder.openid })
  }

  function hear(message: FromPhone): void {
    switch (message.kind) {
      case 'ready':
        ready = false
        return greet()
      case 'title':
        bar.show(message.title, message.canGoBack)
        path = message.path
        ready = true
        for (const to of pending.splice(0)) say({ kind: 'navigate', path: to })
        return hears.moved(phone)
      case 'share':
        return hears.share(phone, message.id, message.card)
      case 'ask':
        return hears.ask(phone, message)
      case 'acted':
        return hears.acted(phone, message.area, message.verb)
    }
  }

  window.addEventListener('message', event => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return
    const message = heard(event.data)
    if (message) hear(message)
  })

  const phone: Phone = {
    hand,
    root,
    head,
    sheets,
    say,
    open,
    person: () => holder,
    path: () => path,
    cameFrom: entered => (group = entered ?? group),
    give(person) {
      holder = person
      group = undefined
      begin()
      head.show(person)
    },
    drop(notice) {
      const drop = h(
        'button',
        { class: 'drop', type: 'button' },
        h('span', { class: 'drop-from' }, '服务通知'),
        h('span', { class: 'drop-words' }, notice.words),
      )
      drop.addEventListener('click', () => {
        drop.remove()
        if (notice.page) open(notice.page.startsWith('/') ? notice.page : `/${notice.page}`)
      })
      // One at a time: three of them would cover half of what is to be tapped.
      fill(notices, drop)
    },
  }
  head.show(first)
  return phone
}
