import { resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom'
import { readPackage } from '../../local/weapp/build'
import type { Package } from '../../local/weapp/package'
import type { openPhone } from '../../local/weapp/phone'

/** What `npm run build` wrote for WeChat: `npm test` builds it first. */
export const pack: Package = readPackage(resolve(__dirname, '../../dist/weapp'))

/** The runner as a browser gets it, to be run in a window of jsdom's. */
const runner =
  buildSync({
    entryPoints: [resolve(__dirname, '../../local/weapp/phone.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'weapp',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).outputFiles[0]?.text ?? ''

interface Runner {
  weapp: { openPhone: typeof openPhone }
}

/** A window of its own, with the runner in it and the screen that it draws into. */
export interface Opened {
  window: DOMWindow
  screen: HTMLElement
  openPhone: typeof openPhone
}

/** Opens one: each phone has its own globals and its own document. */
export function openWindow(): Opened {
  const { window } = new JSDOM('<body><div id="screen"></div></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  })
  // What every browser has and jsdom has not.
  Object.assign(window, { TextEncoder })
  window.eval(`${runner}; globalThis.weapp = weapp`)
  const screen = window.document.getElementById('screen')
  if (!screen) throw new Error('no screen')
  return { window, screen, openPhone: (window as unknown as Runner).weapp.openPhone }
}
