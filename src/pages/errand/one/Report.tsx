import type { Errand } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import { useReport } from '@/client/use-report'
import { ReportSheet } from '@/components/ReportSheet'

/** 举报: what others wrote of this errand; for the family, the name of whoever came. The desk has its own list. */
export function Report({ errand, side }: { errand: Errand; side: Side }) {
  const { id, riderId } = errand
  const words = useReport('errand', id)
  const rider = useReport('rider', riderId ?? '')
  if (side === 'desk') return null
  if (side !== 'family') return <ReportSheet words="举报" {...words} />
  return riderId ? <ReportSheet words="师傅的名字不合适" {...rider} /> : null
}
