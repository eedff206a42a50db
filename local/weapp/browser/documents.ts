import type { Outside } from '../outside'
import type { Holder } from './cloud'
import { noTo } from './leave'

type Documents = Pick<Outside, 'chooseFile' | 'download' | 'hand'>

/** A file of this machine, of these kinds; its path is the URL under which this page has it. */
export function fromThisMachine(accept: string): Promise<{ path: string; name: string; size: number } | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => {
      const [file] = input.files ?? []
      resolve(file && { path: URL.createObjectURL(file), name: file.name, size: file.size })
    })
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** A chat's files are those of this machine, and what is opened or sent is the browser's to keep. */
export const documents = (holder: Holder): Documents => ({
  async chooseFile(endings) {
    const no = noTo(holder)
    if (no) return { ok: false, no }
    const file = await fromThisMachine(endings.map(one => `.${one}`).join(','))
    return file ? { ok: true, value: file } : { ok: false, no: 'left' }
  },
  async download(url) {
    // The cloud stands behind this page's own origin too.
    const answer = holder.offline ? undefined : await fetch(new URL(url).pathname).catch(() => undefined)
    return answer?.ok ? URL.createObjectURL(await answer.blob()) : undefined
  },
  async hand(file) {
    const link = document.createElement('a')
    link.href = 'path' in file ? file.path : URL.createObjectURL(new Blob([file.text]))
    link.download = file.name
    link.click()
    return true
  },
})
