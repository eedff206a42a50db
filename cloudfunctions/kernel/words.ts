import type { Scene } from '@domain/safety/words'
import { cloud } from './cloud'

/** What WeChat makes of words; `unchecked` when it could not say, whatever the reason. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unchecked'

/** WeChat reads at most so much at once. */
const mostCharacters = 2500
/** An elder's lunch does not wait for WeChat: after this its words do, and the errand goes on. */
const patienceMs = 1500
const verdicts = ['pass', 'review', 'risky'] as const

/**
 * 内容安全: asks WeChat about texts that others will read, with the OPENID of who wrote them. Not a billed database request.
 * Source: facts/wechat-platform 2 (security.msgSecCheck, version 2).
 */
export async function judge(texts: readonly string[], scene: Scene, openid: string): Promise<Verdict> {
  const found = await Promise.all(piecesOf(texts).map(piece => judgePiece(piece, scene, openid)))
  return (['risky', 'unchecked', 'review'] as const).find(verdict => found.includes(verdict)) ?? 'pass'
}

async function judgePiece(content: string, scene: Scene, openid: string): Promise<Verdict> {
  const asked = cloud.openapi.security.msgSecCheck({ version: 2, scene, openid, content }).then(suggestionIn, unasked)
  return inTime(asked, 'unchecked' as const)
}

function suggestionIn(answer: unknown): Verdict {
  const { suggest } = (answer as { result?: { suggest?: unknown } }).result ?? {}
  return verdicts.find(verdict => verdict === suggest) ?? 'unchecked'
}

/** 61010: not in the mini-program for two hours; -604102: WeChat was too slow. The words wait for the desk. */
function unasked(error: unknown): Verdict {
  console.error(JSON.stringify({ msgSecCheck: 'failed', code: (error as { errCode?: number }).errCode }))
  return 'unchecked'
}

/** What comes of a question to WeChat, or `else` when it takes too long. */
export function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<T>(resolve => {
    timer = setTimeout(() => resolve(otherwise), patienceMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function piecesOf(texts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const text of texts) {
    const last = pieces.at(-1)
    const joined = `${last ?? ''}\n${text}`
    if (last === undefined || [...joined].length > mostCharacters) pieces.push(text)
    else pieces[pieces.length - 1] = joined
  }
  return pieces
}

/** Asks WeChat to look at a picture; its answer comes later as a message with this trace_id. Nothing when it could not be asked. */
export async function watchPicture(url: string, scene: Scene, openid: string): Promise<string | undefined> {
  const asked = cloud.openapi.security
    .mediaCheckAsync({ version: 2, scene, openid, mediaUrl: url, mediaType: 2 })
    .then((answer: unknown) => (answer as { traceId?: string }).traceId, unasked)
  const traceId = await inTime<string | undefined>(asked, undefined)
  return traceId === 'unchecked' ? undefined : traceId
}
