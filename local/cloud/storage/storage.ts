import { createHash, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock'
import { refuse } from '../codes'
import { isRecord } from '../database/values'
import { envId } from '../functions/env'
import { limits } from '../limits'
import type { Seal } from '../seal'
import { replaceFile } from '../whole-file'
import type { MayWrite } from './rules'

/** 云存储: files, private to the cloud; a link opens one for ten minutes. */
export interface Storage {
  /** Keeps a function's file, wherever it likes, and returns its fileID. @throws INVALID_PARAM for a path that is none */
  put(path: string, bytes: Buffer): Promise<string>
  /** Keeps a phone's file, where the rules let it. @throws INVALID_PARAM, STORAGE_EXCEED_AUTHORITY */
  putOwn(openid: string, path: string, bytes: Buffer): Promise<string>
  /** A ticket with which the SDK may put one file. @throws INVALID_PARAM */
  ticket(path: string): { token: string; fileID: string }
  /** The path that a ticket is for, while it lives. */
  redeem(token: string): string | undefined
  /** 临时链接: a token that opens a file for a while. @throws STORAGE_FILE_NONEXIST */
  link(fileID: string, maxAgeMs?: number): Promise<string>
  /** What a link opens, while it lives. */
  follow(token: string): Promise<{ path: string; bytes: Buffer } | undefined>
  /** @throws STORAGE_FILE_NONEXIST */
  remove(fileID: string): Promise<void>
}

const prefix = `cloud://${envId}.${Buffer.from(envId).toString('hex').slice(0, 4)}-${envId}-1/`

/** Opens the files kept in `dataDir/files`. Links and tickets are sealed: they live on the product's clock, over a restart too. */
export function openStorage(dataDir: string, clock: Clock, seal: Seal, mayWrite: MayWrite): Storage {
  const drafts = join(dataDir, 'files', 'drafts')
  // What a cloud that was killed had half written is nobody's file.
  rmSync(drafts, { recursive: true, force: true })
  const keep = (place: string, bytes: Buffer): Promise<void> =>
    replaceFile(place, bytes, join(drafts, randomBytes(8).toString('hex')))

  // Named by hash: no path, however written, leads out of the folder, and `a` and `a/b` can both be files.
  const placeOf = (path: string): string => {
    const name = createHash('sha256').update(path).digest('hex')
    return join(dataDir, 'files', name.slice(0, 2), name)
  }
  /** Whose file it is stands beside it. */
  const ownerAt = (place: string): string => `${place}.owner`

  async function existing(fileID: string): Promise<string> {
    const path = fileID.startsWith(prefix) ? fileID.slice(prefix.length) : undefined
    if (path === undefined || !(await isThere(placeOf(path))))
      return refuse('STORAGE_FILE_NONEXIST', `file not exist: ${fileID}`)
    return path
  }

  // One file at a time, or two phones could both find a name free, and a function's file get a phone for an owner.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(put: () => Promise<T>): Promise<T> {
    const next = last.then(put)
    last = next.catch(() => undefined)
    return next
  }

  const until = (path: string, maxAgeMs: number): unknown => ({ path, until: clock.now() + maxAgeMs })
  function living(kind: string, token: string): string | undefined {
    const what = seal.open(kind, token)
    if (!isRecord(what) || !(Number(what['until']) > clock.now())) return undefined
    return String(what['path'])
  }

  return {
    put: (path, bytes) =>
      inTurn(async () => {
        checkPath(path)
        const place = placeOf(path)
        await rm(ownerAt(place), { force: true })
        await keep(place, bytes)
        return prefix + path
      }),
    putOwn: (openid, path, bytes) =>
      inTurn(async () => {
        checkPath(path)
        const place = placeOf(path)
        const owner = await readFile(ownerAt(place), 'utf8').catch(() => undefined)
        if (!mayWrite(openid, path, (await isThere(place)) ? { openid: owner } : undefined))
          refuse('STORAGE_EXCEED_AUTHORITY', `the storage rules do not let this phone write ${path}`)
        // The owner first: a file without one would be a function's, which no phone may replace.
        await keep(ownerAt(place), Buffer.from(openid))
        await keep(place, bytes)
        return prefix + path
      }),
    ticket(path) {
      checkPath(path)
      return { token: seal.seal('ticket', until(path, limits.linkMs)), fileID: prefix + path }
    },
    redeem: token => living('ticket', token),
    async link(fileID, maxAgeMs = limits.linkMs) {
      return seal.seal('link', until(await existing(fileID), maxAgeMs))
    },
    async follow(token) {
      const path = living('link', token)
      const bytes = path === undefined ? undefined : await readFile(placeOf(path)).catch(() => undefined)
      return path !== undefined && bytes ? { path, bytes } : undefined
    },
    async remove(fileID) {
      const place = placeOf(await existing(fileID))
      await rm(place)
      await rm(ownerAt(place), { force: true })
    },
  }
}

const isThere = async (place: string): Promise<boolean> => (await stat(place).catch(() => undefined)) !== undefined

function checkPath(path: string): void {
  const parts = path.split('/')
  const bad =
    path.length === 0 ||
    path.length > 850 ||
    /[\\\p{Cc}]/u.test(path) ||
    parts.some(part => part === '' || part === '.' || part === '..')
  if (bad) refuse('INVALID_PARAM', 'the path of a file is names joined by /, without . and ..')
}
