import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newListeners } from '../database/changes'
import { messageOf } from '../codes'

/** 服务通知: one subscription message, as WeChat showed it or refused it. */
export interface SentNotice {
  openid: string
  template: string
  page: string
  /** The template's fields as sent: `{ thing1: { value } }`. */
  data: Record<string, { value: string }>
  /** Epoch milliseconds on the product's clock. */
  at: number
  /** WeChat's errcode: 0 delivered, 43101 no grant left, 47003 a field is wrong. */
  errcode: number
}

/** What WeChat itself would hold: who granted which messages, and what was sent. */
export interface WeChat {
  /** 一次性订阅: one tap on 允许 is one grant. Adds `n`. */
  grants(openid: string, template: string, n: number): void
  /** How many messages may still be sent. */
  granted(openid: string, template: string): number
  /** Sent and refused notices, oldest first: one person's, or everyone's. */
  notices(openid?: string): SentNotice[]
  /** Listens to notices, refused ones too. Returns how to stop. */
  onNotice(listener: (notice: SentNotice) => void): () => void
  /** Uses up one grant, if there is one. */
  spend(openid: string, template: string): boolean
  /** Keeps and tells a notice. */
  note(notice: SentNotice): void
}

interface Kept {
  grants: Record<string, number>
  notices: SentNotice[]
}

const mostNotices = 2000

/** Opens the ledger kept in `dataDir/wechat.json`. */
export function openWeChat(dataDir: string): WeChat {
  const file = join(dataDir, 'wechat.json')
  const kept = read(file)
  const listeners = newListeners<SentNotice>()
  const key = (openid: string, template: string): string => `${openid} ${template}`

  function save(): void {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(kept))
    renameSync(`${file}.new`, file)
  }

  return {
    grants(openid, template, n) {
      kept.grants[key(openid, template)] = (kept.grants[key(openid, template)] ?? 0) + n
      save()
    },
    granted: (openid, template) => kept.grants[key(openid, template)] ?? 0,
    notices: openid => kept.notices.filter(notice => openid === undefined || notice.openid === openid),
    onNotice: listeners.on,
    spend(openid, template) {
      const left = kept.grants[key(openid, template)] ?? 0
      if (left < 1) return false
      kept.grants[key(openid, template)] = left - 1
      save()
      return true
    },
    note(notice) {
      kept.notices.push(notice)
      if (kept.notices.length > mostNotices) kept.notices.shift()
      save()
      listeners.tell(notice)
    },
  }
}

function read(file: string): Kept {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { grants: Object.create(null), notices: [] }
  }
  try {
    const kept: Kept = JSON.parse(text)
    return { grants: Object.assign(Object.create(null), kept.grants), notices: kept.notices }
  } catch (error) {
    throw new Error(`WeChat's ledger in ${file} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}
