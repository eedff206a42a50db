import type { Why } from './face'

/** How long WeChat stays silent after the privacy text was closed. Source: facts/wechat-platform 1.1. */
const silentMs = 10_000

let closedAt = -silentMs

/** The privacy text stands between us and what was asked: closed just now, or within the last ten seconds, in which nobody was asked. */
export function privacyClosed(at: number): Why {
  const isSilent = at - closedAt < silentMs
  if (!isSilent) closedAt = at
  return isSilent ? 'soon' : 'privacy'
}
