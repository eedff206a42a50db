import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Schema, StorageRules } from '../../domain/schema'
import type { Clock } from './clock'
import type { Change } from './database/changes'
import type { Faults } from './faults/faults'
import type { CloudFunction } from './functions/in-process'
import type { Stats } from './stats'
import type { Deliver, Receivers } from './openapi/message-push'
import type { Templates } from './openapi/subscribe-message'
import type { openStore } from './store/store'
import type { WeChat } from './openapi/wechat'

/** How a local cloud is started. */
export interface CloudOptions {
  /** 0, the default, is any free port. */
  port?: number
  /** The database and the files live here and survive a restart. */
  dataDir: string
  schema: Schema
  /** 云存储安全规则: what phones may write; nothing, when it is not said, as on the platform. */
  storageRules?: StorageRules
  /** dist/cloudfunctions: `<name>/index.js` with its config.json; run in worker threads, one call at a time each, as at Tencent. */
  functionsDir?: string
  /** Functions as code instead, in this process: for tests. */
  functions?: Record<string, CloudFunction>
  /** What to do about a query that no index serves: refuse it (the default), or warn once and count it. */
  unindexed?: 'refuse' | 'warn'
  /** 消息推送: the function that hears an event of WeChat, by its name: `{ wxa_media_check: 'errand' }`. */
  messages?: Receivers
  /** 订阅消息模板: when they are told, another id or other fields are refused. */
  templates?: Templates
  /** Further origins whose pages may call: the stage's phones. */
  origins?: () => readonly string[]
  /** All of it is thrown away afterwards: nothing waits for a disk, and the clock and WeChat's ledger are kept in memory alone. */
  ephemeral?: boolean
  /** How the store is opened; only trials of the cloud open another. */
  openStore?: typeof openStore
}

/** A running local cloud. */
export interface Cloud {
  /** http://127.0.0.1:PORT */
  url: string
  /** The variables that an SDK process needs. */
  env: Record<string, string>
  /** Calls a function as that person's phone would. @throws PhoneError with the platform's errCode */
  call(fn: string, openid: string | null, event: unknown): Promise<unknown>
  /** Rings a function's timer once; with `times`, so often at the same moment, as the platform may, and answers all results. */
  trigger(fn: string, options?: { times?: number }): Promise<unknown>
  /** Rings timers when the product's clock says so; `everyMs` rings them all at that pace instead. Returns how to stop. */
  startTimers(options?: { everyMs?: number }): () => void
  /** 消息推送: delivers what is due on the product's clock, as started timers do by themselves. */
  deliverMessages: Deliver
  clock: Clock
  /** What shall go wrong, and where; nothing, unless a rule is added. */
  faults: Pick<Faults, 'add' | 'clear' | 'release' | 'rules'>
  stats(): Stats
  resetStats(): void
  /** Listens to writes, for drawing what changed. Returns how to stop. */
  changes: { on(listener: (change: Change) => void): () => void }
  wechat: WeChat
  /** Lets another server of this process answer /call, /storage, /stats and /wechat; false when the request is for none of them. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  close(): Promise<void>
}
