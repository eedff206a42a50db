import { parseArgs } from 'node:util'
import { startCloud } from '../../local/cloud'
import { openStore } from '../../local/cloud/store/store'
import { lying } from './lying'
import { schema } from './unit'

/** A cloud that breaks its promise, as the crash test must notice: `--lie` acknowledges before it writes, `--no-sync` before the disk has it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '' },
      schema: { type: 'string' },
      lie: { type: 'boolean', default: false },
      'no-sync': { type: 'boolean', default: false },
    },
  })
  const cloud = await startCloud({
    dataDir: values.data,
    schema,
    openStore(dataDir, onBroken) {
      const store = openStore(dataDir, onBroken, { noSync: values['no-sync'] })
      return values.lie ? lying(store) : store
    },
  })
  process.stdout.write(`${JSON.stringify({ url: cloud.url, env: cloud.env })}\n`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
