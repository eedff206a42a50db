import type { Package } from '../package'
import { openPhone, type Phone } from '../phone'
import { openLight } from './light'
import { refusals } from '../../stage/page/protocol'
import { openOutside, type Settings } from './outside'
import { openLine, type Message } from './stage'
import { openTabs, type Tabs } from './tabs'

/** Several writes come as several messages; the page is pulled once. */
const settleMs = 200
const home = '/pages/tab/home/index'

/** A file of the package; what is a whole URL stays one. */
const pictureAt = (src: string): string => (/^[a-z]+:/.test(src) ? src : `app/${src.replace(/^\//, '')}`)

const screen = document.createElement('main')
const settings: Settings = { openid: '', offline: false, refused: new Set(), scale: 1 }
let phone: Phone | undefined
let tabs: Tabs | undefined
let title = ''
/** Where a tapped card wants to go before the app stands. */
let early: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const line = openLine(hear)
const light = openLight(screen)

/** Opens a page as a tapped card does: a tab is turned to; ten deep, a page takes the place of the last. */
function go(path: string): void {
  const navigator = phone?.navigator
  if (!navigator) return void (early = path)
  const url = path.startsWith('/') ? path : `/${path}`
  const turns = [navigator.navigateTo, navigator.switchTab, navigator.redirectTo]
  turns.some(turn => {
    try {
      turn(url)
      return true
    } catch {
      return false
    }
  })
}

/** WeChat's arrow; on the only page it is the way home. */
function back(): void {
  if ((phone?.navigator.stack().length ?? 0) > 1) phone?.navigator.navigateBack()
  else go(home)
}

function tell(): void {
  const shown = phone?.navigator.top()
  if (!shown) return
  const query = Object.entries(shown.query).filter(([name]) => name !== '$taroTimestamp')
  const said = query.map(([name, value]) => `${name}=${value}`).join('&')
  const path = `/${shown.route}${said === '' ? '' : `?${said}`}`
  // Where the phone stands is found again when the frame is loaded anew.
  window.history.replaceState(null, '', `#${path}`)
  line.say('title', { title, canGoBack: (phone?.navigator.stack().length ?? 0) > 1, path })
}

function named(words: string): void {
  title = words
  tell()
}

function turned(): void {
  tabs?.show(phone?.navigator.top()?.route ?? '')
  measure()
  tell()
}

function measure(): void {
  document.documentElement.style.setProperty('--rpx', `${screen.clientWidth / 750}px`)
  document.documentElement.style.setProperty('--vh', `${screen.clientHeight / 100}px`)
}

async function start(): Promise<void> {
  const answer = await fetch('mini-program.json')
  const pack: Package = await answer.json()
  const style = document.createElement('style')
  style.textContent = pack.css
  document.head.append(style)
  tabs = openTabs(pack.appJson, pictureAt, page => phone?.navigator.switchTab(`/${page}`))
  document.body.append(screen, tabs.root)
  phone = openPhone(pack, openOutside(line, settings, { title: named, turned }), screen, pictureAt)
  phone.start(window.location.hash.slice(1) || undefined)
  if (early !== undefined) go(early)
  window.addEventListener('resize', () => {
    measure()
    phone?.resize()
  })
}

/** Another person takes the phone: nothing of the one before stays, and not the page he was on. */
function beginAnew(): void {
  window.history.replaceState(null, '', window.location.pathname)
  window.location.reload()
}

function hear(message: Message): void {
  const { value, openid, path, words } = message
  switch (message.kind) {
    case 'identity':
      if (typeof openid !== 'string' || openid === settings.openid) return
      if (settings.openid !== '') return beginAnew()
      settings.openid = openid
      return void start()
    case 'offline':
      settings.offline = value === true
      return phone?.reconnect()
    case 'refuse':
      settings.refused = new Set(Array.isArray(value) ? refusals.filter(name => value.includes(name)) : [])
      return phone?.reconnect()
    case 'scale':
      // WeChat starts a mini-program anew when the person changes the size of the letters.
      if (settings.openid !== '' && value !== settings.scale) return window.location.reload()
      settings.scale = Number(value) || 1
      return
    case 'navigate':
      if (typeof path === 'string') go(path)
      return
    case 'back':
      return back()
    case 'light':
      if (typeof words === 'string') light(words)
      return
    case 'changed':
      // WeChat brings no such message: the phone's keeper pulls the page down, as he would when somebody tells him.
      timer ??= setTimeout(() => {
        timer = undefined
        phone?.pull()
      }, settleMs)
  }
}

line.say('ready')
