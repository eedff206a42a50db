import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPowerLayer } from './power'
import { openTrial, type Found } from './round'

const help =
  'npm run test:crash -- [--rounds 100] [--acks N] [--clients 3] [--seed N] [--power] [--lie | --no-sync]\n' +
  '  --acks N    goes on until N acknowledged writes were verified\n' +
  '  --power     a kill also takes what was not synced\n' +
  '  --lie       a cloud that acknowledges before it writes: passes when the loss is seen\n' +
  '  --no-sync   a cloud that never syncs: passes when --power sees the loss, and without it when nothing is lost'

const number = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no number of anything\n${help}`)
  return value
}

/** Kills the local cloud again and again under load and tells what it had promised and did not keep. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      acks: { type: 'string' },
      clients: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(1 + (Date.now() % 1_000_000)) },
      power: { type: 'boolean', default: false },
      lie: { type: 'boolean', default: false },
      'no-sync': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void console.log(help)
  const acks = values.acks === undefined ? Infinity : number(values.acks)
  const rounds = values.rounds !== undefined ? number(values.rounds) : values.acks === undefined ? 100 : Infinity
  const seed = number(values.seed)
  const broken = values.lie || values['no-sync']
  const dir = mkdtempSync(join(tmpdir(), 'xinlin-crash-'))
  const power = values.power ? buildPowerLayer('test/crash/power.c', dir) : undefined
  if (values.power && !power)
    return void console.log('SKIPPED: there is no C compiler (cc) to build the power layer with')
  console.log(`seed ${seed}`)
  const trial = openTrial({
    dir,
    programs: {
      cloud: broken ? 'dist/crash/cloud.js' : 'dist/local/cloud.js',
      client: 'dist/crash/client.js',
      verify: 'dist/crash/verify.js',
    },
    cloudArgs: [...(values.lie ? ['--lie'] : []), ...(values['no-sync'] ? ['--no-sync'] : [])],
    power,
    clients: number(values.clients),
    seed,
    // Who counts kills wants many of them, who counts writes few.
    longestMs: values.acks === undefined ? 400 : 2000,
  })
  try {
    const total = await playAll(trial.play, rounds, acks)
    console.log(lineOf(total))
    const mustLose = values.lie || (values['no-sync'] && values.power)
    const held = total.lost + total.halves + total.strangers + total.missed + total.surprises.length === 0
    const passed = mustLose ? total.lost > 0 : held
    if (!passed) for (const surprise of new Set(total.surprises.slice(0, 10))) console.log(`  ${surprise}`)
    console.log(mustLose ? (passed ? 'the loss was seen' : 'FAIL: the loss was not seen') : passed ? 'held' : 'FAIL')
    process.exitCode = passed ? 0 : 1
  } finally {
    trial.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

type Total = Found & { kills: number; seconds: number }

async function playAll(play: (round: number) => Promise<Found>, rounds: number, acks: number): Promise<Total> {
  const nothing = { documents: 0, lost: 0, halves: 0, strangers: 0, acknowledged: 0, requests: 0, missed: 0, cut: 0 }
  let total: Total = { ...nothing, surprises: [], kills: 0, seconds: 0 }
  while (total.kills < rounds && total.acknowledged < acks) {
    const found = await play(total.kills)
    total = {
      documents: found.documents,
      lost: total.lost + found.lost,
      halves: total.halves + found.halves,
      strangers: total.strangers + found.strangers,
      missed: total.missed + found.missed,
      acknowledged: total.acknowledged + found.acknowledged,
      requests: total.requests + found.requests,
      cut: total.cut + found.cut,
      surprises: [...total.surprises, ...found.surprises],
      kills: total.kills + 1,
      seconds: Math.round(process.uptime()),
    }
    if (total.kills % 10 === 0) console.log(lineOf(total))
  }
  return total
}

function lineOf({
  kills,
  acknowledged,
  requests,
  lost,
  halves,
  strangers,
  missed,
  cut,
  surprises,
  seconds,
}: Total): string {
  const counts = {
    kills,
    acknowledged,
    requests,
    lost,
    'half-applied': halves,
    'never written': strangers,
    misread: missed,
  }
  const told = Object.entries({ ...counts, surprises: surprises.length, ...(cut > 0 ? { 'sectors cut': cut } : {}) })
  return `${told.map(([name, count]) => `${name} ${count}`).join(' · ')} · ${seconds} s`
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
