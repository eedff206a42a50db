import Taro from '@tarojs/taro'

const folder = (): string => String(Taro.env.USER_DATA_PATH)

/** A file of the phone's own folder of this mini-program; WeChat empties it with it. */
export const own = (name: string): string => `${folder()}/${name}`

/** Nothing of anybody is left in it. */
export function emptyOwn(): void {
  const files = Taro.getFileSystemManager()
  try {
    for (const name of files.readdirSync(folder())) files.unlinkSync(own(name))
  } catch {
    // WeChat keeps a folder of its own in it, which it does not give.
  }
}
