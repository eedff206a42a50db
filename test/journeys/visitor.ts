import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { Handset, type Hand } from './handset'
import { wordsAt } from './reading'

const shots = join(__dirname, 'shots')
const hands = ['family', 'desk', 'rider'] as const satisfies Hand[]

/** The stage as a visitor has it before him: everything is done by taps. */
export class Visitor {
  readonly family: Handset
  readonly desk: Handset
  readonly rider: Handset
  /** What the browser complained of, in the stage and in its phones. */
  readonly complaints: string[] = []

  constructor(readonly page: Page) {
    this.family = new Handset(page, 'family')
    this.desk = new Handset(page, 'desk')
    this.rider = new Handset(page, 'rider')
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()))
    page.on('pageerror', error => this.complaints.push(String(error)))
  }

  get phones(): Handset[] {
    return hands.map(hand => this[hand])
  }

  /** The newest card in the community's group. */
  card(title: string | RegExp): Locator {
    return this.page.locator('.chat .card').filter({ hasText: title }).last()
  }

  /** A 服务通知 in the list at the right. */
  notice(words: string): Locator {
    return this.page.locator('.notices li').filter({ hasText: words }).first()
  }

  /** All three phones turn to their first page. */
  async toStart(): Promise<void> {
    for (const phone of this.phones) await phone.putAwayNotice()
    await Promise.all(this.phones.map(phone => wordsAt(phone, '/pages/tab/home/index')))
  }

  /** A card of the group, tapped and opened with somebody's phone. */
  async openCard(title: string | RegExp, person: string): Promise<void> {
    await this.card(title).click()
    await this.page.locator('.chooser').getByRole('button', { name: person }).click()
  }

  /** Marks the stage and its phones, so that `reloads` can tell whether one was loaded anew. */
  async mark(): Promise<void> {
    await Promise.all(this.page.frames().map(frame => frame.evaluate(() => void Reflect.set(window, 'stays', true))))
  }

  /** How many of the stage and its phones were loaded anew since. */
  async reloads(): Promise<number> {
    const kept = this.page.frames().map(frame => frame.evaluate(() => Reflect.get(window, 'stays') === true))
    return (await Promise.all(kept)).filter(stayed => !stayed).length
  }

  async later(times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) {
      const before = await this.clock()
      await this.page.getByRole('button', { name: '快进 30 分钟' }).click()
      await this.page.locator('.clock .time').filter({ hasNotText: before }).waitFor()
    }
  }

  private clock(): Promise<string> {
    return this.page.locator('.clock .time').innerText()
  }

  /** The three phones as they stand, under `test/journeys/shots/`. */
  async shot(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true })
    await this.page.screenshot({ path: join(shots, `${name}.png`) })
  }
}

/** Opens one more stage in a window of 1440 × 900 and waits until its phones show something. */
export async function visit(browser: Browser, url: string): Promise<Visitor> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  page.setDefaultTimeout(15_000)
  const visitor = new Visitor(page)
  await page.goto(url)
  await Promise.all(visitor.phones.map(phone => phone.sees('金星社区')))
  await Promise.all(visitor.phones.map(phone => phone.opened()))
  return visitor
}
