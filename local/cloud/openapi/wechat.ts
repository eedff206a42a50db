import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../codes'
import { newListeners } from '../database/changes'
import { replaceFile } from '../whole-file'
import type { Activity, Asked, MediaCheck, SentNotice } from './ledger'

/** Things kept by their id. */
export interface Book<T> {
  get(id: string): T | undefined
  put(id: string, what: T): void
  drop(id: string): void
  all(): [string, T][]
}

/** What WeChat itself would hold: who granted which messages, what was sent, and what it was asked. */
export interface WeChat {
  /** 一次性订阅: one tap on 允许 is one grant. Adds `n`. */
  grants(openid: string, template: string, n: number): void
  /** How many messages may still be sent. */
  granted(openid: string, template: string): number
  /** Uses up one grant, if there is one. */
  spend(openid: string, template: string): boolean
  /** Sent and refused notices, oldest first: one person's, or everyone's. */
  notices(openid?: string): SentNotice[]
  /** Listens to notices, refused ones too. Returns how to stop. */
  onNotice(listener: (notice: SentNotice) => void): () => void
  /** Keeps and tells a notice. */
  note(notice: SentNotice): void
  /** What else WeChat was asked, oldest first. */
  asked(): Asked[]
  /** Listens to what WeChat is asked. Returns how to stop. */
  onAsked(listener: (asked: Asked) => void): () => void
  /** Keeps and tells what WeChat was asked. */
  ask(asked: Asked): void
  /** 动态消息, by activity id. */
  activities: Book<Activity>
  /** Pictures and recordings whose result has not come yet, by trace id. */
  checks: Book<MediaCheck>
  /** Phone codes that were used, with when they would have ended. */
  usedCodes: Book<number>
  /** Resolves when all that was said so far is on the disk. @throws Error when it is not */
  saved(): Promise<void>
}

interface Kept {
  grants: Record<string, number>
  notices: SentNotice[]
  asked: Asked[]
  activities: Record<string, Activity>
  checks: Record<string, MediaCheck>
  usedCodes: Record<string, number>
}

const mostKept = 2000

/** Opens the ledger kept in `dataDir/wechat.json`, or one kept nowhere. @throws Error when it is there but cannot be read */
export function openWeChat(dataDir: string | undefined): WeChat {
  const file = dataDir === undefined ? undefined : join(dataDir, 'wechat.json')
  const kept = file === undefined ? parsed('{}') : read(file)
  const notices = newListeners<SentNotice>()
  const asked = newListeners<Asked>()
  const key = (openid: string, template: string): string => `${openid} ${template}`
  let saving: Promise<void> | undefined
  let dirty = false

  // One write for all that was said in the meantime: the file is whole each time, and flushing it takes milliseconds.
  async function write(place: string): Promise<void> {
    try {
      while (dirty) {
        await new Promise(setImmediate)
        dirty = false
        await replaceFile(place, Buffer.from(JSON.stringify(kept)))
      }
    } finally {
      // After a failure the next change writes everything again.
      saving = undefined
    }
  }

  function save(): void {
    if (file === undefined) return
    dirty = true
    saving ??= write(file)
    // Whoever waits is told; a change that nobody waits for must not end the process by its failure.
    saving.catch(() => undefined)
  }

  function push<T>(list: T[], what: T): void {
    list.push(what)
    if (list.length > mostKept) list.shift()
    save()
  }

  function book<T>(pages: Record<string, T>): Book<T> {
    return {
      get: id => pages[id],
      put(id, what) {
        pages[id] = what
        const [oldest, ...others] = Object.keys(pages)
        if (oldest !== undefined && others.length >= mostKept) delete pages[oldest]
        save()
      },
      drop(id) {
        delete pages[id]
        save()
      },
      all: () => Object.entries(pages),
    }
  }

  return {
    grants(openid, template, n) {
      kept.grants[key(openid, template)] = (kept.grants[key(openid, template)] ?? 0) + n
      save()
    },
    granted: (openid, template) => kept.grants[key(openid, template)] ?? 0,
    spend(openid, template) {
      const left = kept.grants[key(openid, template)] ?? 0
      if (left < 1) return false
      kept.grants[key(openid, template)] = left - 1
      save()
      return true
    },
    notices: openid => kept.notices.filter(notice => openid === undefined || notice.openid === openid),
    onNotice: notices.on,
    note(notice) {
      push(kept.notices, notice)
      notices.tell(notice)
    },
    asked: () => [...kept.asked],
    onAsked: asked.on,
    ask(one) {
      push(kept.asked, one)
      asked.tell(one)
    },
    activities: book(kept.activities),
    checks: book(kept.checks),
    usedCodes: book(kept.usedCodes),
    saved: async () => saving,
  }
}

/** A record without a prototype: `__proto__` is a name like any other. */
const record = <T>(from: Record<string, T> | undefined): Record<string, T> => Object.assign(Object.create(null), from)

function read(file: string): Kept {
  let text = '{}'
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // A new folder: nobody granted or sent anything yet.
  }
  try {
    return parsed(text)
  } catch (error) {
    throw new Error(`WeChat's ledger in ${file} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

function parsed(text: string): Kept {
  const kept: Partial<Kept> = JSON.parse(text)
  return {
    grants: record(kept.grants),
    notices: kept.notices ?? [],
    asked: kept.asked ?? [],
    activities: record(kept.activities),
    checks: record(kept.checks),
    usedCodes: record(kept.usedCodes),
  }
}
