import { may } from '@domain/operation'
import { study, type Post } from '@domain/study'
import { useMe } from '@/client'
import { useReport } from '@/client/use-report'
import { Notice } from '@/components/Notice'
import { ReportSheet } from '@/components/ReportSheet'

/** 举报 for whoever reads; the desk is told instead what of it others do not read yet. */
export function Report({ post }: { post: Post }) {
  const me = useMe()
  const report = useReport('post', post.id)
  if (!may(study.tally, me, post)) return <ReportSheet words="举报" {...report} />
  if (!post.waits || post.waits.length === 0) return null
  return <Notice tone="waiting">这一课还没放行，在首页“要看一眼的”里。别人现在看不到内容</Notice>
}
