import { Failure } from '@domain/failure'
import { judging, type DoubtReason } from '@domain/safety'
import { caller } from '../kernel/cloud'
import { carryOut, doubts } from '../kernel/doubts'
import { hash } from '../kernel/hash'
import { cloudActor } from '../kernel/identify'
import { Refused } from '../kernel/records'

/** 消息推送 of a picture's result, as far as it is read. */
interface Push {
  trace_id: string
  errcode?: unknown
  result?: { suggest?: unknown }
}

/** True for WeChat's message about a picture. The trace_id is known to WeChat and to us alone; a phone's call is never one. */
export function isPush(event: unknown): event is Push {
  const { MsgType, Event, trace_id: traceId } = Object(event) as Readonly<Record<string, unknown>>
  return MsgType === 'event' && Event === 'wxa_media_check' && typeof traceId === 'string' && !caller().isPhone
}

/**
 * WeChat's verdict on a picture (`wxa_media_check`): shown, or hidden and for the desk to look at. It may come twice, late, or never.
 * Source: facts/wechat-platform 2.
 */
export async function hear({ trace_id: traceId, errcode, result }: Push): Promise<string> {
  const [row] = await doubts.find({ traceId }, { limit: 1 })
  if (!row) return 'success'
  const why = whyDoubted(errcode, result?.suggest)
  const op = why === undefined ? judging.pass : judging.doubt
  const actor = cloudActor(op, `clock.${hash(traceId)}`)
  try {
    await doubts.move(op, row._id, actor, { where: { state: 'checking' }, patch: why === undefined ? {} : { why } })
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Failure)) throw error
    // The desk was first, or it is the second time: the first may have ended before the record knew.
    if (row.state !== judging.pass.moves.to) return 'success'
  }
  if (why === undefined || why === 'risky') await carryOut(row, why === undefined)
  return 'success'
}

function whyDoubted(errcode: unknown, suggest: unknown): DoubtReason | undefined {
  if (errcode !== 0) return 'unchecked'
  if (suggest === 'pass') return undefined
  return suggest === 'risky' ? 'risky' : 'review'
}
