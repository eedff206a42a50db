import type { Outside } from '../outside'
import { answering, taken, text } from './answer'
import { ownFolder, type OwnFiles } from './own-files'
import { refusals } from './words'

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const nameIn = (path: string): string => path.split('/').at(-1) ?? path

/** Files of office programs: chosen in a chat, fetched, written, opened, sent. */
export function files(outside: Outside, { kept, find, manager }: OwnFiles) {
  async function give(path: string, name: string): Promise<undefined> {
    const file = find(path)
    if (!file) throw new Error(`no such file ${path}`)
    if (!(await outside.hand({ name, ...file }))) throw refusals.left
  }

  return {
    env: { USER_DATA_PATH: ownFolder },
    chooseMessageFile: answering('chooseMessageFile', async ({ extension }) => {
      const file = taken(await outside.chooseFile(words(extension)))
      return { tempFiles: [{ ...file, type: 'file', time: 0 }] }
    }),
    downloadFile: answering('downloadFile', async ({ url, filePath }) => {
      const path = await outside.download(text(url))
      if (path === undefined) throw refusals.off
      kept.set(text(filePath), { path })
      return { filePath: text(filePath), statusCode: 200 }
    }),
    openDocument: answering('openDocument', ({ filePath }) => give(text(filePath), nameIn(text(filePath)))),
    shareFileMessage: answering('shareFileMessage', ({ filePath, fileName }) => give(text(filePath), text(fileName))),
    getFileSystemManager: () => manager,
  }
}
