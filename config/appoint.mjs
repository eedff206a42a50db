// npm run appoint: at installation, an invitation for the first officer of a subdistrict, and his first community if there is none of that name.
// With CLOUDBASE_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY in that environment, with `--url` in a running local cloud.
// Prints one line of JSON: the card's path and the code to read out. A second run makes nothing.
import { build } from 'esbuild'
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const usage = 'npm run appoint -- --subdistrict NAME --community NAME [--phone NUMBER] [--another] [--url URL]'

function read() {
  const text = { type: 'string' }
  const options = { subdistrict: text, community: text, phone: text, url: text, another: { type: 'boolean' } }
  const { values } = parseArgs({ options })
  if (!values.subdistrict || !values.community) throw new Error(usage)
  return values
}

/** The operation itself, as it is deployed, run here: the record of an invitation is written down in one place. */
async function operation() {
  const outfile = join(root, '.cache', `appoint-${process.pid}.cjs`)
  mkdirSync(join(outfile, '..'), { recursive: true })
  try {
    await build({
      entryPoints: [join(root, 'config/appoint/main.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      charset: 'utf8',
      logLevel: 'warning',
      alias: { '@domain': join(root, 'domain'), 'wx-server-sdk': join(root, 'config/appoint/sdk.cjs') },
      external: [join(root, 'config/appoint/sdk.cjs')],
    })
    return createRequire(import.meta.url)(outfile).appoint
  } finally {
    rmSync(outfile, { force: true })
  }
}

try {
  const { url, ...input } = read()
  const { CLOUDBASE_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env
  const said = [CLOUDBASE_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY].filter(Boolean).length
  if (said === (url ? 0 : 3)) console.log(JSON.stringify(await (await operation())(input, url)))
  else throw new Error('either --url, or CLOUDBASE_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY together')
} catch (error) {
  console.error(`appoint: ${String(error?.message ?? error).replace(/\s*\n\s*/g, ' ')}`)
  process.exitCode = 1
}
// Outside of a function the SDK keeps the process alive long after its last request.
process.exit()
