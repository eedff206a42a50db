import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { diceOf } from '../../local/seed/random'
import type { PowerLayer } from './power'
import { schema, type Order, type Report, type Unit, type Word } from './unit'
import type { Verdict } from './verify'

/** What is tried: which cloud, by whom, and what a kill takes along. */
export interface Trial {
  /** Outside of the cloud's folders: what the clients noted, the programs' folder, the data. */
  dir: string
  programs: { cloud: string; client: string; verify: string }
  /** How the cloud is started beside its data and schema. */
  cloudArgs: string[]
  power: PowerLayer | undefined
  clients: number
  seed: number
  /** A kill comes at most so many milliseconds after every client had an answer. */
  longestMs: number
}

/** What a round found, in documents. */
export interface Found extends Verdict {
  acknowledged: number
  requests: number
  missed: number
  surprises: string[]
  /** Sectors that the power cut took. */
  cut: number
}

/** So many documents and a folder is full: judging looks at all of them. */
const full = 20_000

/** Opens a trial: each `play` starts a cloud, lets the clients write, kills it at a moment the seed names, and judges what is left. */
export function openTrial(trial: Trial): { play(round: number): Promise<Found>; close(): void } {
  const schemaFile = join(trial.dir, 'schema.json')
  const notes = join(trial.dir, 'notes.json')
  writeFileSync(schemaFile, JSON.stringify(schema))
  const clients = Array.from({ length: trial.clients }, (_, n) => fork(trial.programs.client, [letters[n] ?? `c${n}-`]))
  let units = new Map<string, Unit>()
  let dataDir = ''
  let cloud: ChildProcess | undefined

  async function start(): Promise<Record<string, string>> {
    const args = [trial.programs.cloud, '--data', dataDir, '--schema', schemaFile, ...trial.cloudArgs]
    const env = { ...process.env, ...trial.power?.env(dataDir) }
    cloud = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const line: unknown = await Promise.race([
      once(createInterface({ input: cloud.stdout ?? process.stdin }), 'line').then(([text]) => text),
      once(cloud, 'exit').then(() => undefined),
    ])
    if (line === undefined) throw new Error('the cloud did not open')
    return Object(JSON.parse(String(line))).env
  }

  function judge(): Verdict {
    writeFileSync(notes, JSON.stringify([...units.values()]))
    const { status, stdout } = spawnSync(process.execPath, [trial.programs.verify, dataDir, notes], {
      encoding: 'utf8',
    })
    if (status === 0) return JSON.parse(stdout)
    // A store that takes its reader along has lost everything.
    const lost = [...units.values()].reduce((sum, { ids, acked }) => sum + ids.length * acked, 0)
    return { documents: 0, lost, halves: 0, strangers: 0 }
  }

  async function play(round: number): Promise<Found> {
    const dice = diceOf(`${trial.seed} round ${round}`)
    const fresh = dataDir === ''
    if (fresh) dataDir = mkdtempSync(join(trial.dir, 'data-'))
    const order: Order = { env: await start(), round, seed: trial.seed, fresh }
    const words = clients.map(client => listen(client))
    for (const client of clients) client.send(order)
    await Promise.all(words.map(({ begun }) => begun))
    await after(dice.between(20, trial.longestMs))
    cloud?.kill('SIGKILL')
    if (cloud && cloud.exitCode === null && cloud.signalCode === null) await once(cloud, 'exit')
    const reports = await Promise.all(words.map(({ report }) => report))
    for (const unit of reports.flatMap(report => report.units)) units.set(unit.ids[0] ?? '', unit)
    const cut = trial.power?.cut(dataDir, dice) ?? 0
    const verdict = judge()
    // What is not as it should be would be found again in every later round.
    if (verdict.documents > full || verdict.lost + verdict.halves + verdict.strangers > 0) {
      rmSync(dataDir, { recursive: true })
      dataDir = ''
      units = new Map()
    }
    const sum = (count: (report: Report) => number): number =>
      reports.reduce((total, report) => total + count(report), 0)
    return {
      ...verdict,
      cut,
      acknowledged: sum(report => report.acknowledged),
      requests: sum(report => report.requests),
      missed: sum(report => report.missed),
      surprises: reports.flatMap(report => report.surprises),
    }
  }

  return {
    play,
    close() {
      for (const client of clients) client.kill()
      cloud?.kill('SIGKILL')
    },
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What a client says in this round. `begun` is also over when it had nothing acknowledged. */
function listen(client: ChildProcess): { begun: Promise<unknown>; report: Promise<Report> } {
  let begin: (value?: unknown) => void = () => undefined
  const begun = new Promise(resolve => (begin = resolve))
  const report = new Promise<Report>((resolve, reject) => {
    const gone = (): void => (begin(), reject(new Error('a client died')))
    client.once('exit', gone)
    const hear = (word: Word): void => {
      begin()
      if (word === 'begun') return
      client.off('message', hear).off('exit', gone)
      resolve(word)
    }
    client.on('message', hear)
  })
  return { begun, report }
}
