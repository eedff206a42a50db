import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFileNow } from './whole-file'

/**
 * What only this cloud can read, handed to others to be brought back: links, upload tickets, CloudIDs, phone codes. A sealed text needs
 * no memory here and survives a restart with the data folder that it was made in.
 */
export interface Seal {
  /** Seals for `kind`; two seals of the same are different texts. */
  seal(kind: string, what: unknown): string
  /** What was sealed for `kind`; undefined for anything else, however it came about. */
  open(kind: string, sealed: string): unknown
}

const nonceBytes = 12
const tagBytes = 16

/** Opens the seal of a data folder; its key is in `dataDir/key`. @throws Error when the key is there but is none */
export function openSeal(dataDir: string): Seal {
  const key = keyIn(join(dataDir, 'key'))
  return {
    seal(kind, what) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(kind))
      const text = Buffer.concat([cipher.update(JSON.stringify(what), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('hex')
    },
    open(kind, sealed) {
      const bytes = Buffer.from(sealed, 'hex')
      const text = nonceBytes + tagBytes
      // As it was written and no other way: what may be used once is known by its text.
      if (bytes.length <= text || bytes.toString('hex') !== sealed) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
        decipher.setAAD(Buffer.from(kind)).setAuthTag(bytes.subarray(nonceBytes, text))
        return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]).toString('utf8'))
      } catch {
        return undefined
      }
    },
  }
}

function keyIn(file: string): Buffer {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    const key = randomBytes(32)
    replaceFileNow(file, key.toString('hex'))
    return key
  }
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length !== 32) throw new Error(`the key in ${file} is not 32 bytes as hex`)
  return key
}
