import Taro from '@tarojs/taro'
import { say } from './stage'

/** A turn of pages sets path, title and stack one after the other. */
const settleMs = 50

let told = ''
let timer: ReturnType<typeof setTimeout> | undefined

/** Tells the stage what stands in WeChat's bar above this page, when that has changed. */
function tell(): void {
  timer = undefined
  const bar = {
    title: document.title,
    canGoBack: Taro.getCurrentPages().length > 1,
    path: window.location.hash.replace(/^#/, ''),
  }
  const all = JSON.stringify(bar)
  if (all !== told) say('title', bar)
  told = all
}

/** The stage hears of a whole turn at once. */
function soon(): void {
  timer ??= setTimeout(tell, settleMs)
}

/** Keeps the stage's bar in step: Taro turns pages without a `hashchange`, and writes each page's title into the document. */
export function keepBar(): void {
  // Before the first page there is neither a stack nor a title.
  Taro.eventCenter.once('__afterTaroRouterChange', () => {
    new MutationObserver(soon).observe(document.head, { subtree: true, childList: true, characterData: true })
    window.addEventListener('popstate', soon)
  })
  Taro.eventCenter.on('__afterTaroRouterChange', soon)
}
