import type { Browser } from 'playwright-core'
import { openBrowser } from './browser'
import { startStage } from './stage'
import { visit, type Visitor } from './visitor'

/** A stage with a town of its own and a browser, for the tests of one file. */
export interface Opened {
  /** The first visitor's window. */
  visitor: Visitor
  /** One more visitor, in a window of his own. */
  another(): Promise<Visitor>
}

/**
 * Opens both before the tests of a file and closes them after.
 * @returns what a test takes: the steps of a journey, with a picture of the stage when one of them fails
 */
export function onStage(): (steps: (opened: Opened) => Promise<void>) => () => Promise<void> {
  // A first start builds the app; jest takes this number from no project's own config.
  jest.setTimeout(180_000)
  let opened: Opened | undefined
  const closing: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const stage = await startStage()
    closing.push(stage.close)
    const browser: Browser = await openBrowser()
    closing.push(() => browser.close())
    const another = () => visit(browser, stage.url)
    opened = { visitor: await another(), another }
  })

  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  return steps => async () => {
    if (!opened) throw new Error('the stage did not open')
    try {
      await steps(opened)
    } catch (error) {
      await opened.visitor.shot(`failed ${expect.getState().currentTestName}`)
      throw error
    }
  }
}
