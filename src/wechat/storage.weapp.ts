import Taro from '@tarojs/taro'
import type { Storage } from './face'
import { emptyOwn } from './own'

export const storage: Storage = {
  get(name) {
    const value: unknown = Taro.getStorageSync(name)
    return value === '' ? undefined : value
  },
  set(name, value) {
    try {
      Taro.setStorageSync(name, value)
      return true
    } catch {
      // Full (10 MB): what is typed stays on the screen, it only does not outlive it.
      return false
    }
  },
  remove(name) {
    Taro.removeStorageSync(name)
  },
  clear() {
    Taro.clearStorageSync()
    emptyOwn()
  },
}
