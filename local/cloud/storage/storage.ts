import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock } from '../clock'
import { refuse } from '../codes'
import { envId } from '../functions/env'
import { limits } from '../limits'

/** 云存储: files, private to the cloud; a link opens one for ten minutes. */
export interface Storage {
  /** Keeps a file and returns its fileID. @throws INVALID_PARAM for a path that is none */
  put(path: string, bytes: Buffer): Promise<string>
  /** A ticket with which the SDK may put one file. */
  ticket(path: string): { token: string; fileID: string }
  /** The path that a ticket was for; it can be used once. */
  redeem(token: string): string | undefined
  /** 临时链接: a token that opens a file for a while. @throws STORAGE_FILE_NONEXIST */
  link(fileID: string, maxAgeMs?: number): Promise<string>
  /** What a link opens, while it lives. */
  follow(token: string): Promise<{ path: string; bytes: Buffer } | undefined>
  /** @throws STORAGE_FILE_NONEXIST */
  remove(fileID: string): Promise<void>
}

const prefix = `cloud://${envId}.${Buffer.from(envId).toString('hex').slice(0, 4)}-${envId}-1/`

/** Opens the files kept in `dataDir/files`. Links live on the product's clock and die with the process. */
export function openStorage(dataDir: string, clock: Clock): Storage {
  const links = new Map<string, { path: string; until: number }>()
  const tickets = new Map<string, string>()
  // Named by hash: no path, however written, leads out of the folder, and `a` and `a/b` can both be files.
  const placeOf = (path: string): string => {
    const name = createHash('sha256').update(path).digest('hex')
    return join(dataDir, 'files', name.slice(0, 2), name)
  }

  async function existing(fileID: string): Promise<string> {
    const path = pathOf(fileID)
    if (path === undefined || !(await stat(placeOf(path)).catch(() => undefined)))
      return refuse('STORAGE_FILE_NONEXIST', `file not exist: ${fileID}`)
    return path
  }

  function dropDead(): void {
    const now = clock.now()
    for (const [token, { until }] of links) if (until <= now) links.delete(token)
  }

  return {
    async put(path, bytes) {
      checkPath(path)
      const place = placeOf(path)
      await mkdir(dirname(place), { recursive: true })
      const draft = `${place}.${randomBytes(6).toString('hex')}`
      const file = await open(draft, 'w')
      await file
        .writeFile(bytes)
        .then(() => file.sync())
        .finally(() => file.close())
      await rename(draft, place)
      return prefix + path
    },
    ticket(path) {
      checkPath(path)
      const token = randomBytes(16).toString('hex')
      tickets.set(token, path)
      return { token, fileID: prefix + path }
    },
    redeem(token) {
      const path = tickets.get(token)
      tickets.delete(token)
      return path
    },
    async link(fileID, maxAgeMs = limits.linkMs) {
      const path = await existing(fileID)
      dropDead()
      const token = randomBytes(24).toString('hex')
      links.set(token, { path, until: clock.now() + maxAgeMs })
      return token
    },
    async follow(token) {
      dropDead()
      const link = links.get(token)
      const bytes = link && (await readFile(placeOf(link.path)).catch(() => undefined))
      return link && bytes && { path: link.path, bytes }
    },
    async remove(fileID) {
      await rm(placeOf(await existing(fileID)))
    },
  }
}

function pathOf(fileID: string): string | undefined {
  return fileID.startsWith(prefix) ? fileID.slice(prefix.length) : undefined
}

function checkPath(path: string): void {
  const parts = path.split('/')
  const bad =
    path.length === 0 ||
    path.length > 850 ||
    /[\\\p{Cc}]/u.test(path) ||
    parts.some(part => part === '' || part === '.' || part === '..')
  if (bad) refuse('INVALID_PARAM', 'the path of a file is names joined by /, without . and ..')
}
