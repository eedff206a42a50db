import type { Outside } from '../outside'
import { text } from './answer'

/** WeChat's bound for one value. */
const mostBytes = 1024 * 1024

/** 本地缓存: what stays on the phone. */
export const storage = ({ drawer }: Outside) => ({
  getStorageSync(name: unknown): unknown {
    const kept = drawer.get(text(name))
    const value: unknown = kept === undefined ? '' : JSON.parse(kept)
    return value
  },
  setStorageSync(name: unknown, value: unknown): void {
    const kept = JSON.stringify(value)
    if (kept === undefined) throw new Error('setStorageSync:fail parameter error')
    if (new TextEncoder().encode(kept).length > mostBytes)
      throw new Error('setStorageSync:fail entry size limit reached')
    if (!drawer.set(text(name), kept))
      throw new Error('setStorageSync:fail the maximum size of the file storage limit is exceeded')
  },
  removeStorageSync: (name: unknown) => drawer.remove(text(name)),
  clearStorageSync: () => drawer.clear(),
})
