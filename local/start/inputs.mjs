import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file of these paths (files or folders, relative to the root), in a fixed order. */
function filesOf(root, paths) {
  const found = []
  const walk = path => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isFile()) found.push(path)
    else for (const name of readdirSync(full).sort()) walk(`${path}/${name}`)
  }
  paths.forEach(walk)
  return found
}

/** What these files hold, as one word; it changes when any of them does, comes or goes. */
function contentsOf(root, paths, more) {
  const hash = createHash('sha256').update(more)
  for (const file of filesOf(root, paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Does a piece of work unless its inputs (files, folders, and what `more` says) are the same as when it was last done and all its
 * outputs are still there.
 * @returns `reused` when there was nothing to do
 */
export async function unlessDone(root, { name, inputs, outputs, more = '' }, work) {
  const mark = join(root, '.cache/start', `${name}.txt`)
  const contents = contentsOf(root, ['package-lock.json', ...inputs], more)
  const done = existsSync(mark) && readFileSync(mark, 'utf8') === contents
  if (done && outputs.every(path => existsSync(join(root, path)))) return 'reused'
  // A build that dies half way must not look done.
  rmSync(mark, { force: true })
  await work()
  mkdirSync(join(root, '.cache/start'), { recursive: true })
  writeFileSync(mark, contents)
  return undefined
}
