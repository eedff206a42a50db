import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from '../../domain/zod'

/** Raised when an older restore could not read what is written now. */
const version = 1

const Manifest = z.strictObject({
  format: z.literal('xinlin-backup'),
  version: z.literal(version),
  madeAt: z.iso.datetime(),
  /** How many documents each collection has. */
  collections: z.record(z.string(), z.int()),
  /** Every file of the backup but this one; no path leads out of it. */
  files: z.array(
    z.strictObject({
      path: z.string().check(z.regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/)),
      bytes: z.int(),
      sha256: z.string(),
    }),
  ),
})

/** What a backup says of itself: it is written last, so that a folder without it is no backup. */
export type Manifest = z.infer<typeof Manifest>

/** Where it stands in a backup. */
export const manifestFile = 'manifest.json'

/** Describes the files of a folder that is to become a backup. */
export async function manifestOf(
  dir: string,
  paths: string[],
  collections: Manifest['collections'],
  now: Date,
): Promise<Manifest> {
  const files = []
  for (const path of paths)
    files.push({ path, bytes: statSync(join(dir, path)).size, sha256: await sha256Of(join(dir, path)) })
  return { format: 'xinlin-backup', version, madeAt: now.toISOString(), collections, files }
}

/** Reads a backup's manifest. @throws Error with one clear line when this is no backup, or one of another version */
export function readManifest(dir: string): Manifest {
  let written: unknown
  try {
    written = JSON.parse(readFileSync(join(dir, manifestFile), 'utf8'))
  } catch {
    throw new Error(`${dir} is no backup: it has no ${manifestFile} that can be read`)
  }
  const read = Manifest.safeParse(written)
  if (read.success) return read.data
  const { format, version: other } = Object(written)
  if (format === 'xinlin-backup' && other !== version)
    throw new Error(`the backup ${dir} is of version ${other}; this program reads version ${version}`)
  throw new Error(`${dir} is no backup: its ${manifestFile} says something else`)
}

/** Reads every file of a backup. @throws Error with one clear line that names the first one that is not as it was written */
export async function checkFiles(dir: string, { files }: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const size = statSync(join(dir, path), { throwIfNoEntry: false })?.size
    if (size === undefined) throw new Error(`the backup ${dir} is damaged: ${path} is missing`)
    if (size !== bytes) throw new Error(`the backup ${dir} is damaged: ${path} has ${size} bytes of ${bytes}`)
    if ((await sha256Of(join(dir, path))) !== sha256)
      throw new Error(`the backup ${dir} is damaged: ${path} is not what was written`)
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
