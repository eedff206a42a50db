import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './children.mjs'

/** True when what is installed is what the lock file names: by our own mark, or npm's own is not older. */
function isInstalled(root, lock) {
  const mark = join(root, 'node_modules/.xinlin')
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === lock
  const npms = join(root, 'node_modules/.package-lock.json')
  return existsSync(npms) && statSync(npms).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** Whether `npm ci` is needed, and how it is done. */
export function installation(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return {
    needed: !isInstalled(root, lock),
    async install() {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
      await runProgram(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, name: 'npm ci' })
      writeFileSync(join(root, 'node_modules/.xinlin'), lock)
    },
  }
}
