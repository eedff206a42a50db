import { Failure } from '@domain/failure'
import { isOffline, person } from './stage'

/** Drawn anew as JPEG, its longer side at most `longest` px: small, and without where and when it was taken. */
export async function madeSmall(file: Blob, longest: number): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const shrink = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * shrink)
  canvas.height = Math.round(picture.height * shrink)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Failure('BROKEN'))), 'image/jpeg', 0.7)
  })
}

/** Puts a file into the cloud. @throws OFFLINE, BROKEN */
export async function upload(path: string, body: Blob): Promise<{ fileId: string }> {
  const headers = { 'content-type': body.type || 'application/octet-stream', 'x-openid': await person() }
  const answer = isOffline()
    ? undefined
    : await fetch(`/storage/upload?path=${path}`, { method: 'POST', headers, body }).catch(() => undefined)
  if (!answer) throw new Failure('OFFLINE')
  const said: unknown = await answer.json().catch(() => undefined)
  if (typeof said !== 'object' || said === null || !('fileID' in said) || typeof said.fileID !== 'string')
    throw new Failure('BROKEN')
  return { fileId: said.fileID }
}

/** What a file holds, as base64. */
export async function textOf(file: Blob): Promise<string> {
  const letters = Array.from(new Uint8Array(await file.arrayBuffer()), byte => String.fromCodePoint(byte))
  return btoa(letters.join(''))
}
