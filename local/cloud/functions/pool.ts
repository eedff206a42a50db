import { Worker } from 'node:worker_threads'
import { refusal, type Refusal } from '../codes'
import { callKeys, type Env } from './env'
import type { Run } from './runner'
import { program, type Ask, type Tell } from './worker'

/** The instances (实例) of one function: each takes one call at a time. */
export interface Pool {
  /** @returns the result as JSON. @throws FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED */
  run(run: Run): Promise<string>
  /** Ends the instance that is at this call, if one of these is. */
  kill(id: string): void
  close(): Promise<void>
}

interface Job {
  run: Run
  done(result: string): void
  failed(error: Refusal): void
}

interface Instance {
  worker: Worker
  ready: boolean
  idle: boolean
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

/** How long an instance may take to load: it is not the call's time, which starts after it. */
const loadMs = 20_000

/** The variables that a deployment sets for its functions; nothing else of this process's environment reaches them. */
function deployment(): Env {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      key.startsWith('XINLIN_') && value !== undefined ? [[key, value]] : [],
    ),
  )
}

/** How many instances a pool keeps at most. */
interface Size {
  /** For calls that come from outside. */
  most: number
  /** Beyond those, for calls that another call of a function waits for: it must not wait for itself. */
  nested: number
}

/**
 * A pool that starts instances on demand and keeps them. Who waits is served in the order of coming; a nested call goes first, because
 * whoever made it holds an instance until it is answered.
 */
export function newPool(file: string, base: Env, size: Size): Pool {
  const waiting: Job[] = []
  const nested: Job[] = []
  const instances = new Set<Instance>()
  let closed = false
  let runs = 0

  function start(): void {
    const worker = new Worker(program, {
      eval: true,
      env: { ...deployment(), ...base },
      workerData: { file, callKeys },
      stdout: true,
      stderr: true,
    })
    const one: Instance = { worker, ready: false, idle: false, job: undefined, timer: undefined }
    one.timer = setTimeout(() => drop(one, `${file} did not load within ${loadMs / 1000} seconds`), loadMs)
    instances.add(one)
    // A function's prints must not mix with the one line that this process prints.
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (text: Buffer) => process.stderr.write(text))
    worker.on('message', (tell: Tell) => hear(one, tell))
    worker.on('error', error => drop(one, error.stack ?? error.message))
    worker.on('exit', code => drop(one, `the function ended its process (exit code ${code})`))
    // An idle instance keeps nobody from leaving.
    worker.unref()
  }

  function hear(one: Instance, tell: Tell): void {
    if ('loaded' in tell) {
      clearTimeout(one.timer)
      one.ready = true
      one.idle = true
    } else if ('idle' in tell) {
      one.idle = true
    } else if ('failedToLoad' in tell) {
      return drop(one, tell.failedToLoad)
    } else {
      const job = free(one)
      if ('result' in tell) job?.done(tell.result)
      else job?.failed(refusal('FUNCTIONS_EXECUTE_FAIL', tell.error))
    }
    assign()
  }

  function free(one: Instance): Job | undefined {
    const { job } = one
    clearTimeout(one.timer)
    one.job = undefined
    one.worker.unref()
    return job
  }

  /** An instance is gone; the call that it was at has failed, the others wait for another one. */
  function drop(one: Instance, why: string, code = 'FUNCTIONS_EXECUTE_FAIL'): void {
    if (!instances.delete(one)) return
    // One that died while loading takes a waiting call with it, or it would be started for ever.
    const job = one.ready ? free(one) : next()
    clearTimeout(one.timer)
    job?.failed(refusal(code, why))
    void one.worker.terminate()
    if (!closed) assign()
  }

  /** Whose turn it is: nobody's, when only calls from outside wait and they have all the instances that are theirs. */
  function next(): Job | undefined {
    if (nested.length > 0) return nested.shift()
    const outside = [...instances].filter(({ job }) => job?.run.isNested === false).length
    return outside < size.most ? waiting.shift() : undefined
  }

  function assign(): void {
    for (const one of instances) {
      if (!one.idle) continue
      const job = next()
      if (!job) break
      one.idle = false
      one.job = job
      one.worker.ref()
      const { timeoutMs, fn } = job.run
      one.timer = setTimeout(
        () =>
          drop(
            one,
            `Invoking task timed out after ${timeoutMs / 1000} seconds: ${fn}`,
            'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          ),
        timeoutMs,
      )
      const ask: Ask = { run: ++runs, event: job.run.event, context: job.run.context, env: job.run.env }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      one.worker.postMessage(ask)
    }
    const starting = [...instances].filter(({ ready }) => !ready).length
    const room = size.most + (nested.length > 0 ? size.nested : 0)
    if (waiting.length + nested.length > starting && instances.size < room) start()
  }

  return {
    run: run =>
      new Promise((done, failed) => {
        ;(run.isNested ? nested : waiting).push({ run, done, failed })
        assign()
      }),
    kill(id) {
      for (const one of instances) if (one.job?.run.id === id) drop(one, 'the instance was killed')
    },
    async close() {
      closed = true
      for (const job of [...nested.splice(0), ...waiting.splice(0)])
        job.failed(refusal('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is closing'))
      const all = [...instances]
      for (const one of all) drop(one, 'the local cloud is closing')
      await Promise.all(all.map(({ worker }) => worker.terminate()))
    },
  }
}
