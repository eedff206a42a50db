import type { Storage } from './face'
import { personHere } from './stage'

/** On the stage one phone changes hands; what one person left is not the next one's. Until he is known there is nothing. */
function own(name: string): string | undefined {
  const openid = personHere()
  return openid === undefined ? undefined : `xinlin.${openid}.${name}`
}

function read(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The browser's own storage, in a drawer for each person. */
export const storage: Storage = {
  get(name) {
    const key = own(name)
    return key && read(localStorage.getItem(key))
  },
  set(name, value) {
    const key = own(name)
    if (!key) return true
    try {
      localStorage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },
  remove(name) {
    const key = own(name)
    if (key) localStorage.removeItem(key)
  },
  clear() {
    const drawer = own('')
    const all = Object.keys(localStorage).filter(key => drawer !== undefined && key.startsWith(drawer))
    for (const key of all) localStorage.removeItem(key)
  },
}
