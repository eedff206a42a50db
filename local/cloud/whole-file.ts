import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts a whole file in the place of another: whoever dies in between leaves the old one or the new one, never a half. The file and
 * then its folder are flushed, so that neither the bytes nor the name is lost with the machine.
 * @param draft where it is written first, in the same file system; two at once need two
 */
export async function replaceFile(place: string, bytes: Buffer, draft = `${place}.new`): Promise<void> {
  const folder = dirname(place)
  await Promise.all([folder, dirname(draft)].map(one => mkdir(one, { recursive: true })))
  const file = await open(draft, 'w')
  await file
    .writeFile(bytes)
    .then(() => file.sync())
    .finally(() => file.close())
  await rename(draft, place)
  const names = await open(folder, 'r')
  await names.sync().finally(() => names.close())
}

/** The same, waited for: for the small files whose change must be on the disk before it is answered. */
export function replaceFileNow(place: string, text: string): void {
  const folder = dirname(place)
  mkdirSync(folder, { recursive: true })
  flushed(`${place}.new`, 'w', file => writeFileSync(file, text))
  renameSync(`${place}.new`, place)
  flushed(folder, 'r', () => undefined)
}

function flushed(path: string, flags: 'w' | 'r', write: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    write(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
