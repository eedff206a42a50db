import type { FrameLocator, Locator, Page } from 'playwright-core'

export type Hand = 'family' | 'desk' | 'rider'
type Words = string | RegExp

/** A page of the WeChat build, and one of the build for a browser. */
const pages = 'mp-page, .taro_page'

/** As it is read: a space may be one that does not break, and a 口令 is held together. */
const read = (words: Words): Words =>
  typeof words === 'string'
    ? words
    : new RegExp(words.source.replaceAll(' ', '\\s').replaceAll('口令', '口\\u2060?令'), words.flags)

const pressable = ['button', 'radio', 'checkbox', 'tab'] as const

/** One of the three phones as somebody holds it: he reads what is on the screen, and taps. */
export class Handset {
  /** The phone with all that the stage draws around it. */
  readonly section: Locator
  /** The product on its screen. */
  readonly screen: FrameLocator

  constructor(
    page: Page,
    readonly hand: Hand,
  ) {
    this.section = page.locator(`section.phone.${hand}`)
    this.screen = this.section.frameLocator('iframe')
  }

  /** The page on top; those beneath are hidden, or about to be. */
  get top(): Locator {
    return this.screen.locator(pages).filter({ visible: true }).last()
  }

  /** What may be pressed there and is called so. */
  button(words: Words): Locator {
    return pressed(this.top, words)
  }

  /** A tap on the page; a 服务通知 that hangs over it is looked at first, as a person would. */
  async tap(words: Words): Promise<void> {
    const button = this.button(words)
    await button.waitFor()
    // Tried first: a tap that has happened on a slow machine is not to happen again.
    await button.click({ trial: true, timeout: 1500 }).catch(() => this.putAwayNotice())
    await button.click()
  }

  /** A tap inside the card that says this. */
  async tapOn(card: Words, words: Words): Promise<void> {
    await pressed(this.card(card), words).click()
  }

  card(says: Words): Locator {
    return this.top
      .locator('.card, .list-card, .at-the-door')
      .filter({ hasText: read(says) })
      .last()
  }

  /** A tap in the product's own sheet or dialog, which lies over the page. */
  async answer(words: Words): Promise<void> {
    const sheet = this.top.getByRole('dialog').or(this.top.getByRole('alertdialog'))
    await pressed(sheet.first(), words).click()
  }

  /** WeChat's own part, drawn by the stage over the phone: a choice in its sheet. */
  async choose(words: Words): Promise<void> {
    await this.section.locator('.sheet').getByRole('button', { name: words }).first().click()
  }

  /** Waits until nothing on the screen is still being asked for. */
  async opened(): Promise<void> {
    await this.top.locator('.loading').first().waitFor({ state: 'detached' })
  }

  /** Waits until these words stand on the screen. */
  async sees(words: Words): Promise<void> {
    await this.text(words).first().waitFor()
  }

  /** Waits until these words are gone from the screen. */
  async misses(words: Words): Promise<void> {
    await this.text(words).first().waitFor({ state: 'detached' })
  }

  text(words: Words): Locator {
    return this.top.getByText(read(words)).filter({ visible: true })
  }

  async type(label: Words, words: string, nth = 0): Promise<void> {
    await this.field(label, nth).fill(words)
  }

  /** The input below that question. */
  field(label: Words, nth = 0): Locator {
    const question = this.top.page().getByText(label, { exact: true })
    const fields = this.top.locator('.field').filter({ has: question, visible: true })
    return fields.locator('input, textarea').nth(nth)
  }

  /** A tap that leads to another page, whose title then stands in WeChat's bar. */
  async open(words: Words, title: string): Promise<void> {
    await this.tap(words)
    await this.arrives(title)
  }

  /** Waits until the page of that title has slid in. */
  async arrives(title: string): Promise<void> {
    await this.section.locator('.wechat-bar').getByText(title, { exact: true }).waitFor()
    await this.stands()
  }

  /** Waits until one page is in sight: the one beneath goes once the new one is drawn. */
  private async stands(): Promise<void> {
    await this.screen.locator(pages).filter({ visible: true }).nth(1).waitFor({ state: 'detached' })
  }

  /** Scrolls until these words stand in sight. */
  async lookAt(words: Words): Promise<void> {
    await this.text(words)
      .last()
      .evaluate(element => element.scrollIntoView({ block: 'center' }))
  }

  /** Taps the 服务通知 that hangs over the screen, which opens its errand, and comes back. */
  async putAwayNotice(): Promise<void> {
    const drop = this.section.locator('.drop')
    if ((await drop.count()) === 0) return
    const open = this.screen.locator(pages)
    const deep = await open.count()
    await drop.click()
    await open.nth(deep).waitFor()
    await this.back()
    await open.nth(deep).waitFor({ state: 'detached' })
  }

  /** One of the four tabs at the foot. */
  async turnTo(tab: '首页' | '驿站' | '学习' | '我的'): Promise<void> {
    await this.screen
      .locator('.tabs button, .weui-tabbar__item')
      .filter({ hasText: tab, visible: true })
      .first()
      .click()
  }

  /** WeChat's arrow, once one page is in sight. */
  async back(): Promise<void> {
    await this.stands()
    await this.section.getByRole('button', { name: '返回' }).click()
  }

  /** What the page on top was opened with: `?id=…`. */
  async query(): Promise<string> {
    const hash = await this.top.evaluate(() => window.location.hash)
    return hash.slice(hash.indexOf('?'))
  }

  /** The phone changes hands, by the name above it. */
  async give(person: string): Promise<void> {
    await this.section.locator('.person').click()
    await this.section.getByRole('searchbox', { name: '找人' }).fill(person)
    await this.choose(person)
    await this.section.locator('.who').getByText(person).waitFor()
    // The app begins anew for him.
    await this.screen.locator(pages).first().waitFor()
  }

  /** The app is closed and opened again, as WeChat does to one that was long out of sight; the phone keeps what it kept. */
  async startAgain(): Promise<void> {
    const frame = await (await this.section.locator('iframe').elementHandle())?.contentFrame()
    await frame?.evaluate(() => {
      window.history.replaceState(null, '', window.location.pathname)
      window.location.reload()
    })
    await this.screen.locator(pages).first().waitFor()
    await this.opened()
  }

  /** 字号：特大, from the size that it begins with; until the page in sight is drawn in it. */
  async enlarge(): Promise<void> {
    await this.set(/^字号：标准/)
    await this.set(/^字号：大/)
    await this.screen.locator('.screen--largest').first().waitFor()
  }

  /** One of the quiet switches above the phone: 字号, 断网, 拒绝授权. */
  async set(quiet: RegExp): Promise<void> {
    await this.section.locator('.switches').getByRole('button', { name: quiet }).click()
  }
}

function pressed(within: Locator, words: Words): Locator {
  const [first, ...others] = pressable.map(role => within.getByRole(role, { name: words, exact: true }))
  // WeChat's own button (发到群里) is in H5 an element without a role.
  const wechats = within.locator('taro-button-core').filter({ has: within.page().getByText(words, { exact: true }) })
  const any = [...others, wechats].reduce((all, one) => all.or(one), first ?? within)
  // One that turns swallows a tap, so a person waits for it.
  return any.and(within.locator(':not(.button--busy)')).filter({ visible: true }).first()
}
