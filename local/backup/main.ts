import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from '../cloud/codes'
import { makeBackup } from './make'
import type { Manifest } from './manifest'
import { restoreBackup } from './restore'

/**
 * `main backup [--data DIR] --to DIR` and `main restore [--data DIR] --from DIR [--over]`: one line of what was done; what cannot be done
 * is said in one line, with exit code 1.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '.data' },
      to: { type: 'string' },
      from: { type: 'string' },
      over: { type: 'boolean', default: false },
    },
  })
  const dataDir = resolve(values.data)
  if (positionals[0] === 'restore') {
    if (values.from === undefined) throw new Error('--from DIR is missing')
    const manifest = await restoreBackup(resolve(values.from), dataDir, values.over)
    console.log(`${dataDir} holds what was backed up at ${manifest.madeAt}: ${contentsOf(manifest)}`)
  } else {
    if (values.to === undefined) throw new Error('--to DIR is missing')
    const to = resolve(values.to)
    console.log(`backed up into ${to}: ${contentsOf(await makeBackup(dataDir, to, new Date()))}`)
  }
}

function contentsOf({ collections, files }: Manifest): string {
  const documents = Object.values(collections).reduce((sum, count) => sum + count, 0)
  return `${documents} documents in ${Object.keys(collections).length} collections, ${files.length - 1} files`
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error).split('\n')[0] ?? ''}\n`)
  process.exit(1)
})
