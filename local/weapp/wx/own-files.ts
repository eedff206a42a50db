import type { Outside } from '../outside'
import { text } from './answer'

/** WeChat's name for the folder in which a mini-program keeps its own files. */
export const ownFolder = 'http://usr'

/** What lies in the own folder: a text that was written, or the temporary file that was fetched or saved. */
export type Kept = { path: string } | { text: string }

/** Under which name the phone's drawer holds which file was saved where: it outlives the app, as WeChat's folder does. */
const inDrawer = 'own files'

/** The phone's own folder of the mini-program. Saved files are remembered by the temporary file they came from. */
export function ownFiles({ drawer }: Outside) {
  const kept = new Map<string, Kept>()

  const saved = (): Record<string, string> => JSON.parse(drawer.get(inDrawer) ?? '{}') as Record<string, string>
  const save = (files: Record<string, string>): boolean => drawer.set(inDrawer, JSON.stringify(files))

  function find(path: string): Kept | undefined {
    const temporary = saved()[path]
    return kept.get(path) ?? (temporary === undefined ? undefined : { path: temporary })
  }

  function mustBeOwn(name: string, path: string): void {
    if (!path.startsWith(`${ownFolder}/`)) throw new Error(`${name}:fail permission denied`)
  }

  const manager = {
    writeFileSync(path: unknown, data: unknown): void {
      mustBeOwn('writeFileSync', text(path))
      kept.set(text(path), { text: text(data) })
    },
    saveFileSync(temporary: unknown, path: unknown): string {
      mustBeOwn('saveFileSync', text(path))
      if (!save({ ...saved(), [text(path)]: text(temporary) }))
        throw new Error('saveFileSync:fail the maximum size of the file storage limit is exceeded')
      return text(path)
    },
    accessSync(path: unknown): void {
      if (text(path).startsWith(ownFolder) && !find(text(path)))
        throw new Error(`accessSync:fail no such file or directory ${text(path)}`)
    },
    unlinkSync(path: unknown): void {
      if (!find(text(path))) throw new Error(`unlinkSync:fail no such file or directory ${text(path)}`)
      kept.delete(text(path))
      const { [text(path)]: _gone, ...others } = saved()
      save(others)
    },
    readdirSync: (folder: unknown): string[] =>
      [...kept.keys(), ...Object.keys(saved())].flatMap(path =>
        path.startsWith(`${text(folder)}/`) ? [path.slice(text(folder).length + 1)] : [],
      ),
  }

  /** The temporary file behind a path: of a saved one the one it came from. */
  function behind(path: string): string {
    const file = find(path)
    return file && 'path' in file ? file.path : path
  }

  return { kept, find, behind, manager }
}

export type OwnFiles = ReturnType<typeof ownFiles>
