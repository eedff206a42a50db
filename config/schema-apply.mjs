// npm run schema:apply: creates in a CloudBase environment what domain/schema declares and it lacks: collections, closed to phones (仅管理端可读写),
// and indexes. Drops nothing. Without CLOUDBASE_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY it says what it would do.
// `-- --conformance` adds the collections of the conformance cases.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema } from './functions.mjs'
import { applySchema } from './schema/apply.cjs'
import { library, openEnvironment } from './schema/environment.cjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { CLOUDBASE_ENV: envId, TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
const readJson = path => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** domain/schema as JSON, built now into a file of this process: dist/schema.json may be in use by a running cloud. */
async function declaredNow() {
  const outFile = join('.cache', `schema-apply-${process.pid}.json`)
  try {
    await buildSchema({ outFile: join(root, outFile) })
    return readJson(outFile)
  } finally {
    rmSync(join(root, outFile), { force: true })
  }
}

/** Tencent's own library. Not among our dependencies: it brings some 220 packages, 36 MB, for a command that is run once a release. */
async function managerOf() {
  const [name] = library.split(/(?<=.)@/)
  const found = await import(name).catch(() => undefined)
  if (!found) throw new Error(`Tencent's library is not here: npm install --no-save --ignore-scripts ${library}`)
  return new found.default({ secretId, secretKey, envId })
}

async function run(options) {
  if (options.some(option => option !== '--conformance'))
    throw new Error('schema:apply takes nothing, or --conformance')
  const cases = options.length > 0 ? readJson('test/local/conformance/schema.json') : {}
  const declared = { ...(await declaredNow()), ...cases }
  const said = [envId, secretId, secretKey].filter(Boolean).length
  if (said === 1 || said === 2)
    throw new Error('CLOUDBASE_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY go together')
  await applySchema(declared, said === 3 ? openEnvironment(await managerOf(), envId) : undefined, line =>
    console.log(line),
  )
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`schema:apply: ${String(error?.message ?? error).replace(/\s*\n\s*/g, ' ')}`)
  process.exitCode = 1
}
