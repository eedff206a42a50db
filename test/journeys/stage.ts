import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const root = resolve(__dirname, '../..')
const shots = join(__dirname, 'shots')

export type Hand = 'family' | 'desk' | 'rider'

/** A started stage: `npm start` itself, on a free port, with a town of its own. */
export interface Running {
  url: string
  close(): Promise<void>
}

/** Runs `npm start` as a newcomer does and waits for its one URL. */
export async function startStage(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'xinlin-journey-'))
  const child = spawn(process.execPath, ['local/start.mjs', '--port', '0', '--data', data], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await urlOf(child)
  return {
    url,
    close: () =>
      new Promise(done => {
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true })
          done()
        })
        child.kill('SIGTERM')
      }),
  }
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve_, reject) => {
    let said = ''
    const hear = (bytes: Buffer): void => {
      said += String(bytes)
      const url = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said)?.[0]
      if (url) resolve_(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
}

/** A browser that is there, or the one the npm package carries. */
export async function openBrowser(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  const carried = (await import('@sparticuz/chromium')).default
  const executablePath = installed ?? (await carried.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] })
}

/** The stage as a visitor has it before him: everything is done by taps. */
export class Visitor {
  constructor(readonly page: Page) {}

  phone(hand: Hand): FrameLocator {
    return this.page.frameLocator(`section.phone.${hand} iframe`)
  }

  /** What is on that phone's screen now and may be tapped. */
  button(hand: Hand, name: string | RegExp): Locator {
    return this.phone(hand).getByRole('button', { name }).filter({ visible: true }).first()
  }

  async tap(hand: Hand, name: string | RegExp): Promise<void> {
    await this.button(hand, name).click()
  }

  /** WeChat's own part, drawn by the stage over the phone: a sheet's choice. */
  async choose(hand: Hand, name: string | RegExp): Promise<void> {
    await this.page.locator(`section.phone.${hand} .sheet`).getByRole('button', { name }).first().click()
  }

  async sees(hand: Hand, words: string | RegExp): Promise<void> {
    await this.phone(hand).getByText(words).filter({ visible: true }).first().waitFor()
  }

  async type(hand: Hand, label: string | RegExp, words: string): Promise<void> {
    const field = this.phone(hand).getByRole('textbox', { name: label }).filter({ visible: true }).first()
    await field.fill(words)
  }

  /** The three phones as they stand, under `test/journeys/shots/`. */
  async shot(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true })
    await this.page.screenshot({ path: join(shots, `${name}.png`) })
  }
}

/** Opens one more stage in a window of 1440 × 900 and waits until its phones are there. */
export async function visit(browser: Browser, url: string): Promise<Visitor> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  page.setDefaultTimeout(30_000)
  await page.goto(url)
  const visitor = new Visitor(page)
  for (const hand of ['family', 'desk', 'rider'] as const) await visitor.phone(hand).locator('body').waitFor()
  return visitor
}
