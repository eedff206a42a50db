// npm run build: the cloud functions, the schema and the phone. `node config/build.mjs h5` builds only the part that is named.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** Files of a folder as `[path, bytes]`, without what WeChat does not count. */
function filesOf(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const path = under + entry.name
    if (entry.isDirectory()) return filesOf(folder, `${path}/`)
    return /LICENSE|^project\./.test(path) ? [] : [[path, statSync(join(folder, path)).size]]
  })
}

/** Bytes of the main package and of each subpackage, as WeChat's 2 MB limit counts them. */
export function packageSizes(folder = join(root, 'dist/weapp')) {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(part => part.root.replace(/\/?$/, '/'))
  const sizes = { main: 0, ...Object.fromEntries(roots.map(part => [part, 0])) }
  for (const [path, bytes] of filesOf(folder)) sizes[roots.find(part => path.startsWith(part)) ?? 'main'] += bytes
  return sizes
}

async function run() {
  if (parts.includes('functions')) {
    console.log(`cloud functions: ${(await buildFunctions()).join(' ')}`)
    await buildSchema()
  }
  if (parts.includes('h5')) buildPhone('h5')
  if (!parts.includes('weapp')) return
  buildPhone('weapp')
  for (const [name, bytes] of Object.entries(packageSizes())) console.log(`${String(bytes).padStart(9)} B  ${name}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run()
