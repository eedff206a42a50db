import type { Verdict } from './ledger'

/** Marks by which a test, or somebody at the stage, says what a judge would have said. */
const marks = ['risky', 'review', '61010', 'timeout', 'never'] as const
type Mark = (typeof marks)[number]

/** The marks in a text: `[[risky]]`, or `--risky--` where brackets cannot stand, as in the names of the product's photos. */
export function marksIn(text: string): Set<Mark> {
  return new Set(marks.filter(mark => text.includes(`[[${mark}]]`) || text.includes(`--${mark}--`)))
}

/** What the marks come to; without one everything passes, because there is no judge here. */
export function verdictOf(found: ReadonlySet<Mark>): Verdict {
  return found.has('risky') ? 'risky' : found.has('review') ? 'review' : 'pass'
}

/** A verdict as WeChat writes it: `result` and one line of `detail`. */
export function resultOf(suggest: Verdict): { result: Record<string, unknown>; detail: unknown[] } {
  const result = { suggest, label: suggest === 'pass' ? 100 : 20006 }
  return { result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] }
}

/** 场景: 1 资料, 2 评论, 3 论坛, 4 社交日志. */
export const isScene = (scene: unknown): boolean => [1, 2, 3, 4].some(one => one === scene)
