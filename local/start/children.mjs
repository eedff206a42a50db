import { spawn } from 'node:child_process'
import { Refusal } from './refusal.mjs'

const alive = new Set()

/** Runs a program to its end, in a group of its own, so that with it we can end whatever it started. What it says is shown only when it fails. */
export function runProgram(command, args, { cwd, env = process.env, name }) {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => said.push(bytes))
  return new Promise((resolve, reject) => {
    child.once('error', error => {
      alive.delete(child)
      reject(new Refusal(`${name} could not be run: ${error.message}`))
    })
    child.once('close', status => {
      alive.delete(child)
      if (status === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Refusal(`${name} failed; what it said stands above.`))
    })
  })
}

/** Ends whatever is still running, with its own children. */
export function endPrograms() {
  for (const child of alive) {
    try {
      if (process.platform === 'win32') child.kill()
      else process.kill(-child.pid, 'SIGTERM')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
