import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing that leaves this machine, and no graphics card to be missed. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/** The npm package is an ES module, which jest's own loader does not take: another node asks it. */
function carried(): string {
  const ask = `import c from '@sparticuz/chromium'; console.log(await c.executablePath())`
  return execFileSync(process.execPath, ['--input-type=module', '-e', ask], { encoding: 'utf8' }).trim()
}

/** A browser that is there, or the one that the npm package carries. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: installed.find(existsSync) ?? carried(), args })
}
