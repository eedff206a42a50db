import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { safety, type Reportable, type ReportReason } from '@domain/safety'
import { useAction } from './use-action'

/** 举报 of one thing, lent to `<ReportSheet>`. */
export interface Reporting {
  busy: boolean
  told: boolean
  failure?: Failure | undefined
  onReport(why: ReportReason): Promise<unknown>
}

export function useReport(of: Reportable, id: string): Reporting {
  const { run, busy, failure } = useAction(safety.report)
  const [told, setTold] = useState(false)
  async function onReport(why: ReportReason): Promise<unknown> {
    const answer = await run({ of, id, why })
    if (answer) setTold(true)
    return answer
  }
  return { busy, told, failure, onReport }
}
