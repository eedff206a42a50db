import { accessSync, constants, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { schema, storageRules } from '../../domain/schema'
import { dayOf, momentOf } from '../../domain/time'
import { startCloud } from '../cloud'
import { functionsIn } from '../cloud/functions/bundles'
import { buildTown } from './build-town'

/** Where a write costs no disk: a town half made is worth nothing, so nothing has to survive on the way. */
const memory = '/dev/shm'

/**
 * `main --out DIR [--functions DIR] [--day YYYY-MM-DD]`: fills an empty folder with the fictional town (虚构) as it stands at 10:07 of
 * that day, today in Beijing unless said. What cannot work is said in one line, with exit code 1.
 */
async function main(): Promise<void> {
  // Functions run in UTC at Tencent (facts/cloudbase.md 9.3).
  process.env['TZ'] = 'UTC'
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      day: { type: 'string', default: dayOf(Date.now()) },
    },
  })
  if (values.out === undefined) throw new Error('--out DIR is missing')
  if (dayOf(momentOf(values.day, '00:00')) !== values.day) throw new Error(`--day ${values.day} is not like 2026-03-01`)
  const dataDir = resolve(values.out)
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Error(`the folder ${dataDir} is not empty`)

  const began = Date.now()
  const workshop = mkdtempSync(join(isWritable(memory) ? memory : tmpdir(), 'xinlin-seed-'))
  process.once('exit', () => rmSync(workshop, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const cloud = await startCloud({
    dataDir: workshop,
    schema,
    storageRules,
    functions: functionsIn(resolve(values.functions)),
  })
  try {
    const { town } = await buildTown(cloud, values.day)
    writeFileSync(join(workshop, 'town.json'), `${JSON.stringify(town, null, 2)}\n`)
    const { requests } = cloud.stats().totals
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${JSON.stringify({ day: values.day, requests, seconds })}\n`)
  } finally {
    await cloud.close()
  }
  cpSync(workshop, dataDir, { recursive: true })
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`seed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
