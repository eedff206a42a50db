import { writes, type InputOf, type Operation, type OutputOf } from '../../domain/operation'
import type { Cloud } from '../cloud'

/** What one call cost: requests are what is billed beside the call itself; `toTell` is what the clock asks until all are told. */
export interface Line {
  name: string
  requests: number
  examined: number
  returned: number
  bytes: number
  toTell?: number
  refused?: string
}

export type Round = 'first' | 'warm'

export interface Measure {
  lines: Record<Round, Line[]>
  /** Performs one operation as this person and writes down its cost; `name` when it is not simply the operation's. */
  run<O extends Operation>(round: Round, op: O, openid: string, input: InputOf<O>, name?: string): Promise<OutputOf<O>>
}

interface Reply {
  ok: boolean
  data?: unknown
  code?: string
}

let keys = 0

/** Measures calls by the cloud's own counters: the invocation that was just counted is the one that was just made. */
export function newMeasure(cloud: Cloud): Measure {
  const lines: Measure['lines'] = { first: [], warm: [] }
  return {
    lines,
    async run(round, op, openid, input, name = `${op.area}.${op.verb}`) {
      const event = { verb: op.verb, input, ...(writes(op) && { key: `count-${String(++keys).padStart(6, '0')}` }) }
      cloud.resetStats()
      const reply = (await cloud.call(op.area, openid, event)) as Reply
      const { requests, examined, returned, bytesRead, bytesWritten } = cloud.stats().totals
      const line: Line = { name, requests, examined, returned, bytes: bytesRead + bytesWritten }
      if (!reply.ok) line.refused = reply.code ?? ''
      if (writes(op)) line.toTell = await toTell(cloud)
      lines[round].push(line)
      return reply.data as OutputOf<typeof op>
    },
  }
}

/** Rings the clock until it has nothing to do and counts what it asked beyond its two idle questions a ring. */
async function toTell(cloud: Cloud): Promise<number> {
  const idle = 2
  let asked = 0
  for (let ring = 0; ring < 6; ring++) {
    cloud.resetStats()
    await cloud.trigger('clock')
    const { requests } = cloud.stats().totals
    if (requests <= idle) break
    asked += requests
  }
  return asked
}
