import { Failure } from '@domain/failure'
import { isOffline, person } from './stage'

const longestSide = 1280

function chosen(): Promise<File | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.style.display = 'none'
    const done = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => done(input.files?.[0]))
    input.addEventListener('cancel', () => done(undefined))
    document.body.append(input)
    input.click()
  })
}

/** Drawn anew as JPEG, at most 1280 px: small, and without where and when it was taken. */
async function madeSmall(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const shrink = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * shrink)
  canvas.height = Math.round(picture.height * shrink)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Failure('BROKEN'))), 'image/jpeg', 0.7)
  })
}

async function upload(path: string, body: Blob): Promise<string> {
  const headers = { 'content-type': 'image/jpeg', 'x-openid': await person() }
  const answer = isOffline()
    ? undefined
    : await fetch(`/storage/upload?path=${path}`, { method: 'POST', headers, body }).catch(() => undefined)
  if (!answer) throw new Failure('OFFLINE')
  const said: unknown = await answer.json().catch(() => undefined)
  if (typeof said !== 'object' || said === null || !('fileID' in said) || typeof said.fileID !== 'string')
    throw new Failure('BROKEN')
  return said.fileID
}

/** Chosen, made small, uploaded. */
export async function photo(name: string): Promise<{ fileId: string } | undefined> {
  const file = await chosen()
  return file && { fileId: await upload(`photo/${name}.jpg`, await madeSmall(file)) }
}
