import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { StorageRules } from '../../domain/schema'
import { startCloud } from './index'
import { messageOf } from './codes'
import { readSchema } from './database/schema'

/**
 * `main --port N --data DIR --functions DIR --schema FILE --storage FILE [--message EVENT=FUNCTION] [--timers] [--refuse-unindexed]`: starts the cloud alone, prints one JSON line
 * `{ url, env }` and serves until SIGINT or SIGTERM. What cannot work is said in one line, with exit code 1.
 */
async function main(): Promise<void> {
  // Functions run in UTC at Tencent (facts/cloudbase.md 9.3); a thread cannot have a zone of its own.
  process.env['TZ'] = 'UTC'
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      functions: { type: 'string' },
      schema: { type: 'string' },
      storage: { type: 'string' },
      message: { type: 'string', multiple: true, default: [] },
      timers: { type: 'boolean', default: false },
      'refuse-unindexed': { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is not a port`)
  if (values.data === undefined) throw new Error('--data DIR is missing')
  if (values.schema === undefined) throw new Error('--schema FILE is missing')
  const cloud = await startCloud({
    port,
    dataDir: values.data,
    schema: readSchema(readFileSync(values.schema, 'utf8')),
    ...(values.storage === undefined ? {} : { storageRules: rulesIn(values.storage) }),
    ...(values.functions === undefined ? {} : { functionsDir: values.functions }),
    messages: Object.fromEntries(values.message.map(receiver)),
    unindexed: values['refuse-unindexed'] ? 'refuse' : 'warn',
  })
  if (values.timers) cloud.startTimers()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ url: cloud.url, env: cloud.env })}\n`)
}

/** `wxa_media_check=errand`: the event and the function that hears it. */
function receiver(said: string): [string, string] {
  const [, event, fn] = /^(\w+)=([\w-]+)$/.exec(said) ?? []
  if (event === undefined || fn === undefined) throw new Error(`--message ${said} is not EVENT=FUNCTION`)
  return [event, fn]
}

function rulesIn(file: string): StorageRules {
  const rules: StorageRules = JSON.parse(readFileSync(file, 'utf8'))
  return rules
}

main().catch((error: unknown) => {
  process.stderr.write(`local cloud: ${messageOf(error).split('\n')[0] ?? ''}\n`)
  process.exit(1)
})
