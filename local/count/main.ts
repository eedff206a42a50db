import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCloud } from '../cloud'
import { functionsIn } from '../cloud/functions/bundles'
import { readSchema } from '../cloud/database/schema'
import { idleLine } from './idle'
import { newMeasure } from './measure'
import { playRound, type Town } from './round'
import { tableOf, verdictOf } from './table'

/** Counts every operation of one round played twice in a copy of the seeded town: the first time, and warm. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xinlin-count-'))
  cpSync('dist/seed', dataDir, { recursive: true })
  const town = JSON.parse(readFileSync('dist/seed/town.json', 'utf8')) as Town
  const schema = readSchema(readFileSync('dist/schema.json', 'utf8'))
  const cloud = await startCloud({
    dataDir,
    schema,
    functions: functionsIn(resolve('dist/cloudfunctions')),
    unindexed: 'refuse',
  })
  try {
    for (let i = 0; i < 20; i++) await cloud.trigger('clock')
    const measure = newMeasure(cloud)
    await playRound(measure, town, 'first')
    await playRound(measure, town, 'warm')
    console.log(tableOf(measure.lines))
    console.log(await idleLine(cloud))
    const verdict = verdictOf(measure.lines)
    console.log(verdict.join('\n'))
    if (verdict.some(line => line.startsWith('over'))) process.exitCode = 1
  } finally {
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
