import { Failure } from '@domain/failure'
import { chosenFile } from './chosen-file'
import { newName } from './name'
import { madeSmall, textOf, upload } from './picture'
import { storage } from './storage'

const longestSide = 1280

/** Photos for which the browser had no room: they do not outlive the page. */
const homeless = new Map<string, string>()

/** Chosen, made small, and kept as text. */
export async function takePhoto(): Promise<string | undefined> {
  const file = await chosenFile('image/*')
  if (!file) return undefined
  const kept = `photo.${newName()}`
  const text = await textOf(await madeSmall(file, longestSide))
  if (!storage.set(kept, text)) homeless.set(kept, text)
  return kept
}

/** @throws OFFLINE, BROKEN, PHOTO_GONE */
export async function sendPhoto(kept: string, cloudPath: string): Promise<{ fileId: string }> {
  const text = homeless.get(kept) ?? storage.get(kept)
  if (typeof text !== 'string') throw new Failure('PHOTO_GONE')
  const bytes = Uint8Array.from(atob(text), letter => letter.codePointAt(0) ?? 0)
  return upload(cloudPath, new Blob([bytes], { type: 'image/jpeg' }))
}

export function dropPhoto(kept: string): void {
  homeless.delete(kept)
  storage.remove(kept)
}
