import type { MessagePort } from 'node:worker_threads'

/** What the pool asks of an instance. */
export interface Ask {
  run: number
  event: string
  context: unknown
  env: Record<string, string>
}

/** What an instance tells: that its module is loaded, or how a call ended. */
export type Tell =
  | { loaded: true }
  | { failedToLoad: string }
  | { run: number; result: string }
  | { run: number; error: string }
  | { idle: true }

/**
 * The program of one function instance (实例). It is handed to a worker thread as text, so that it needs no file of its own wherever
 * this cloud is bundled: it may use nothing from outside its own body.
 */
export function instance(load: NodeJS.Require): void {
  const { parentPort, workerData }: { parentPort: MessagePort; workerData: { file: string; callKeys: string[] } } =
    load('node:worker_threads')
  const words = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const tell = (what: Tell): void => parentPort.postMessage(what)

  let main: unknown
  try {
    const exported: { main?: unknown } = load('node:module').createRequire(workerData.file)(workerData.file)
    main = exported.main
    if (typeof main !== 'function') throw new Error('index.js exports no function main')
    tell({ loaded: true })
  } catch (error) {
    tell({ failedToLoad: words(error) })
    return
  }

  parentPort.on('message', (ask: Ask) => {
    for (const key of workerData.callKeys) delete process.env[key]
    Object.assign(process.env, ask.env)
    Promise.resolve()
      .then(() => (typeof main === 'function' ? main(JSON.parse(ask.event), ask.context) : undefined))
      .then((result: unknown) => tell({ run: ask.run, result: JSON.stringify(result) ?? 'null' }))
      .catch((error: unknown) => tell({ run: ask.run, error: words(error) }))
      // What the call left behind may still throw: only then is the instance fit for the next one.
      .finally(() => setImmediate(() => tell({ idle: true })))
  })
}

/** The program as text. Bundlers that keep names wrap functions in `__name`. */
export const program = `var __name = (f) => f; (${instance.toString()})(require)`
