import type { Why } from './face'
import { privacyClosed } from './silence'
import * as stage from './stage'

/** What the person of this phone says no to when he is asked, as WeChat would tell it; nothing: he may be asked. */
export function refusalHere(permission?: 'location' | 'camera' | 'phone'): Why | undefined {
  if (stage.refuses('undeclared')) return 'undeclared'
  if (stage.refuses('privacy')) return privacyClosed(Date.now())
  if (permission === undefined || !stage.refuses(permission)) return undefined
  // 手机号 has no setting to take a no back: he may simply tap again.
  return permission === 'phone' ? 'left' : 'refused'
}
