import { Failure } from '@domain/failure'
import { refusalHere } from './refusal'
import type { Documents } from './document-face'
import { chosenFile } from './chosen-file'
import { newName } from './name'
import { upload } from './picture'
import { isOffline } from './stage'
import { notGiven } from './why'

export type { Chosen } from './document-face'

export const chooseDocument: Documents['chooseDocument'] = async endings => {
  const why = refusalHere()
  if (why) throw notGiven(why, '文件')
  const file = await chosenFile(endings.map(one => `.${one}`).join(','))
  if (!file) return undefined
  const ending = endings.find(one => file.name.toLowerCase().endsWith(`.${one}`)) ?? endings[0]
  return {
    name: file.name,
    size: file.size,
    upload: async () => (await upload(`sheet/${newName()}.${ending}`, file)).fileId,
  }
}

/** Lets the browser keep it. */
function save(name: string, body: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(body)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export const openDocument: Documents['openDocument'] = async (url, name) => {
  // The cloud stands behind this page's own origin too.
  const answer = isOffline() ? undefined : await fetch(new URL(url).pathname).catch(() => undefined)
  if (!answer?.ok) throw new Failure('OFFLINE')
  save(name, await answer.blob())
}

export const shareText: Documents['shareText'] = async (name, text) => save(name, new Blob([text]))
