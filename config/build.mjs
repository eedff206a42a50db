// npm run build: the cloud functions, the schema and the phone. `node config/build.mjs h5` builds only the part that is named.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bytes from './bench/bytes.cjs'
import { buildFunctions, buildSchema } from './functions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** `functions`, `h5` or `weapp`, as named on the command line. */
const parts = process.argv.length > 2 ? process.argv.slice(2) : ['functions', 'weapp']

/** Runs Taro; its exit code is ours. */
function buildPhone(type) {
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro')
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, [taro, 'build', '--type', type], { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

async function run() {
  if (parts.includes('functions')) {
    console.log(`cloud functions: ${(await buildFunctions()).join(' ')}`)
    await buildSchema()
  }
  if (parts.includes('h5')) buildPhone('h5')
  if (!parts.includes('weapp')) return
  buildPhone('weapp')
  const sizes = bytes.packageSizes(join(root, 'dist/weapp'))
  for (const [name, size] of Object.entries(sizes)) console.log(`${String(size).padStart(9)} B  ${name}`)
}

run()
