import type { Holder } from './cloud'
import type { No } from '../wx/words'

/**
 * What the person of this phone says no to when WeChat asks him for this; nothing: he may be asked. The dialog of a place holds the privacy
 * text itself (from 3.4.2), which has a number of its own.
 */
export function noTo(holder: Holder, permission?: 'location' | 'camera' | 'phone'): No | undefined {
  const { refused } = holder
  if (refused.has('undeclared')) return 'undeclared'
  if (refused.has('privacy')) return permission === 'location' ? 'unread' : 'privacy'
  if (permission === undefined || !refused.has(permission)) return undefined
  return permission === 'phone' ? 'denied' : 'refused'
}
