import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp, buildFunctions, buildLocal, buildSeed } from './build.mjs'
import { endPrograms } from './children.mjs'
import { brokenTown, lookAtData, probeTown } from './data.mjs'
import { installation } from './install.mjs'
import { readOptions } from './options.mjs'
import { refuseBusyPort } from './port.mjs'
import { firstLine, Refusal } from './refusal.mjs'
import { newSay } from './say.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The day in Beijing: a seed is made for a day, so that its town has a today. */
const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

/** Everything between `npm start` and the one URL. */
export async function run(args) {
  const closing = []
  let leaving = false

  async function leave(code) {
    if (leaving) process.exit(code)
    leaving = true
    endPrograms()
    for (const close of closing.reverse()) await close()
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(0))
  try {
    await open(readOptions(args), closing)
  } catch (error) {
    if (leaving) return
    process.stderr.write(
      error instanceof Refusal ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
    )
    await leave(1)
  }
}

async function open({ fresh, port, data }, closing) {
  const say = newSay()
  await refuseBusyPort(port)
  const { isNew, empty } = lookAtData(root, data, fresh)
  const { needed, install } = installation(root)
  const patience = needed ? 'a few minutes, this first time only' : ''
  await say.step('install', () => (needed ? install() : 'reused'), patience)
  if (!isNew) await probeTown(root, data)
  await say.step('functions', () => buildFunctions(root))
  await say.step('local', () => buildLocal(root))
  await Promise.all([
    say.step('app', () => buildApp(root)),
    say.step('seed', () =>
      isNew || !existsSync(join(root, 'dist/seed/town.json')) ? buildSeed(root, today()) : 'kept',
    ),
  ])
  empty()
  let url = ''
  await say.step('stage', async () => {
    const stage = await openStage(port, data)
    closing.push(stage.close)
    url = stage.url
  })
  say.line(`\n${url}`)
}

async function openStage(port, data) {
  // Functions run in UTC at Tencent; a thread cannot have a zone of its own.
  process.env.TZ = 'UTC'
  const { openStage: openOn } = createRequire(import.meta.url)(join(root, 'dist/local/stage.js'))
  const dist = name => join(root, 'dist', name)
  const places = { dataDir: resolve(root, data), schemaFile: dist('schema.json'), functionsDir: dist('cloudfunctions') }
  try {
    const apps = { appDir: dist('h5'), weappDir: dist('local/weapp'), pageDir: dist('local/page') }
    return await openOn({ ...places, ...apps, port, seedDir: dist('seed') })
  } catch (error) {
    if (error?.code === 'EADDRINUSE')
      throw new Refusal(`Port ${port} is busy. Take another: npm start -- --port ${port + 10}`)
    throw brokenTown(root, data, firstLine(error))
  }
}
