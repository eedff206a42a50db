import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from './refusal.mjs'

/** The cure: the same town from its first day. */
const anew = data => `Begin anew with: npm start -- ${data === ownData ? '' : `--data ${data} `}--fresh`
const ownData = '.data'

/** What a data folder holds: nothing, a town, or something else. */
function holdingOf(dataDir) {
  if (!existsSync(dataDir)) return 'nothing'
  if (!statSync(dataDir).isDirectory())
    throw new Refusal(`The data folder ${dataDir} is a file. Move it away, then: npm start`)
  const names = readdirSync(dataDir)
  return names.length === 0 ? 'nothing' : names.includes('town.json') ? 'town' : 'else'
}

/**
 * Looks at a data folder before anything is built. Only the project's own folder is emptied by --fresh whatever is in it; another
 * must hold a town, so that a mistyped name deletes nobody's work.
 * @returns `isNew` when the town has to be made from the seed, and how to make room for it
 */
export function lookAtData(root, data, fresh) {
  const dataDir = resolve(root, data)
  const holding = holdingOf(dataDir)
  const ours = dataDir === join(root, ownData)
  if (holding === 'else' && !(fresh && ours)) {
    throw new Refusal(
      `The data folder ${dataDir} holds no town that can be opened. ${ours ? anew(data) : 'Name another with --data DIR'}`,
    )
  }
  const holder = holderOf(dataDir)
  if (holder !== undefined)
    throw new Refusal(
      `The town in ${dataDir} is open already, in process ${holder}. Stop that one first, or name another with --data DIR`,
    )
  return {
    isNew: fresh || holding === 'nothing',
    empty() {
      if (fresh && holding !== 'nothing')
        for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true })
    },
  }
}

/** The process that has this town open, by the mark the local cloud keeps in it (local/cloud/store/lock.ts); undefined when there is none. */
function holderOf(dataDir) {
  try {
    const { pid, started } = JSON.parse(readFileSync(join(dataDir, 'lock.json'), 'utf8'))
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] === started ? pid : undefined
  } catch {
    return undefined
  }
}

/** The line for a town that does not open. */
export const brokenTown = (root, data, reason) =>
  new Refusal(`The town in ${resolve(root, data)} cannot be opened (${reason}). ${anew(data)}`)

/** Looks whether a town can be read at all. The store in a process of its own, because a torn one takes its reader along. */
export async function probeTown(root, data) {
  const dataDir = resolve(root, data)
  for (const name of ['town.json', 'stage.json', 'clock.json', 'wechat.json']) {
    const file = join(dataDir, name)
    if (existsSync(file) && !isJson(readFileSync(file, 'utf8'))) throw brokenTown(root, data, `${name} is torn`)
  }
  const store = join(dataDir, 'store')
  if (!existsSync(store)) return
  const probe = spawn(process.execPath, [join(root, 'local/start/probe.mjs'), store], { stdio: 'ignore' })
  const [status] = await once(probe, 'close')
  if (status !== 0) throw brokenTown(root, data, 'its store is torn')
}

function isJson(text) {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
