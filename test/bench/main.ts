import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { startCloud } from '../../local/cloud'
import type { Sdk } from '../local/cloud/sdk'
import { documentOf, openNearDoor, schema, sdkDoor, type Door } from './doors'
import { crowds, deedsAt, rateOf, rawSyncs } from './measure'
import { tableOf, type Rates } from './table'

const sdk: Sdk = require('wx-server-sdk')

/** `main [--documents 100000] [--ms 1500]`: how fast the local cloud is here, beside what the disk alone can do in the same minute. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { documents: { type: 'string', default: '100000' }, ms: { type: 'string', default: '1500' } },
  })
  const documents = Number(values.documents)
  const ms = Number(values.ms)
  const dir = mkdtempSync(join(tmpdir(), 'xinlin-bench-'))
  try {
    const raw = (): number => rawSyncs(join(dir, 'raw'), ms / 4)
    const dataDir = join(dir, 'data')
    const near = await openNearDoor(dataDir)
    await fill(near.door, documents)
    const nearRates = await ratesAt(near.door, documents, { run: 'near', ms, raw })
    await near.close()
    const opening = [await openingMs(join(dir, 'empty')), await openingMs(dataDir)]
    const far = await startFar(dir, dataDir)
    const farRates = await ratesAt(far.door, documents, { run: 'far', ms, raw })
    await far.close()
    console.log(tableOf({ 'in process': nearRates, 'SDK over http': farRates }))
    console.log(
      `opening: ${opening.map(time => `${Math.round(time)} ms`).join(' empty, ')} with ${documents} documents`,
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function fill(door: Door, documents: number): Promise<void> {
  const batch = 500
  for (let from = 0; from < documents; from += batch) {
    const some = Array.from({ length: Math.min(batch, documents - from) }, (_, n) =>
      documentOf(`d${from + n}`, from + n),
    )
    await door.insert(some)
  }
}

const revs = new Map<string, number>()

/** A disk that others use too is fast in one second and slow in the next: the raw syncs are asked beside every rate. */
async function ratesAt(
  door: Door,
  documents: number,
  { run, ms, raw }: { run: string; ms: number; raw: () => number },
): Promise<Rates> {
  const rates: Rates = new Map()
  for (const callers of crowds) {
    for (const [name, deed] of Object.entries(deedsAt(door, documents, `${run}${callers}`, revs))) {
      const before = raw()
      const perSecond = await rateOf(deed, callers, ms)
      rates.set(name, [...(rates.get(name) ?? []), { perSecond, raw: (before + raw()) / 2 }])
    }
  }
  return rates
}

/** How long a cloud takes to open a folder, without the start of a process. */
async function openingMs(dataDir: string): Promise<number> {
  const began = performance.now()
  const cloud = await startCloud({ dataDir, schema })
  const took = performance.now() - began
  await cloud.close()
  return took
}

/** The cloud as a process of its own, as `npm run cloud` starts it, and the SDK here. */
async function startFar(dir: string, dataDir: string): Promise<{ door: Door; close(): Promise<unknown> }> {
  const schemaFile = join(dir, 'schema.json')
  writeFileSync(schemaFile, JSON.stringify(schema))
  const args = ['dist/local/cloud.js', '--data', dataDir, '--schema', schemaFile, '--refuse-unindexed']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  Object.assign(process.env, Object(JSON.parse(String(line))).env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return {
    door: sdkDoor(sdk.database({ throwOnNotFound: false })),
    close: () => (child.kill('SIGTERM'), once(child, 'exit')),
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
