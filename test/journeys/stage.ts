import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** A started stage: `npm start` itself, on a free port, with a town of its own. */
export interface Running {
  url: string
  close(): Promise<void>
}

/** Runs `npm start` as a newcomer does and waits for its one URL. */
export async function startStage(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'xinlin-journey-'))
  const args = ['local/start.mjs', '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise(done => child.once('exit', done))
  const url = await urlOf(child)
  return {
    url,
    async close() {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    let said = ''
    const hear = (bytes: Buffer): void => {
      said += String(bytes)
      const url = /(http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(said)?.[1]
      if (url) found(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
}
