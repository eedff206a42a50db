import { type Notice, toDesk, toFamily } from './notice'
import * as z from './zod'
import { dayMs } from './time'

/**
 * 订阅消息: the WeChat templates a person is asked for. Each has a phrase and a time and nothing else: never a name, an address or a word
 * of health. `id` is the one WeChat gave for it, `title` what its dialog calls it.
 */
export const templates = {
  progress: { id: 'XINLIN_PROGRESS', title: '办理进度提醒', thing: 'thing1', time: 'time2' },
  done: { id: 'XINLIN_DONE', title: '服务完成提醒', thing: 'thing1', time: 'time2' },
  task: { id: 'XINLIN_TASK', title: '新任务提醒', thing: 'thing1', time: 'time2' },
  change: { id: 'XINLIN_CHANGE', title: '任务变更提醒', thing: 'thing1', time: 'time2' },
  desk: { id: 'XINLIN_DESK', title: '待处理提醒', thing: 'thing1', time: 'time2' },
} as const

export type TemplateName = keyof typeof templates
export const templateNames = ['progress', 'done', 'task', 'change', 'desk'] as const satisfies TemplateName[]

/** Which templates each tap that benefits a person asks for, at most five (facts/wechat-platform 3.4). */
export const askedFor = {
  /** 请社区派人, with 有进展用微信告诉我 ticked. */
  request: ['progress', 'done'],
  /** 我有空, 接单. */
  ride: ['task', 'change'],
  /** 我来值班. */
  duty: ['desk'],
} as const satisfies Record<string, TemplateName[]>

const ends: readonly string[] = ['delivered', 'confirmed', 'confirmedByItself', 'settled']
const asks: readonly string[] = ['offered', 'agreedForYou', 'whoPasses']

/** The template that carries a notice. */
export function templateOf({ to, say }: Pick<Notice, 'to' | 'say'>): TemplateName {
  if (to === toDesk) return 'desk'
  if (to === toFamily) return ends.includes(say) ? 'done' : 'progress'
  return asks.includes(say) ? 'task' : 'change'
}

/** What a person said to one template in WeChat's dialog; `ban` and `filter` are WeChat's own (banned; a second one of the same title). */
export const Answer = z.enum(['accept', 'reject', 'ban', 'filter'])
export type Answer = z.infer<typeof Answer>

/** The answers of one dialog, by template. */
export const Answers = z.partialRecord(z.enum(templateNames), Answer)
export type Answers = z.infer<typeof Answers>

/** 提醒次数: how many messages of each template WeChat will still take, as far as the cloud knows, and how often he said no lately. */
export const Ledger = z.record(
  z.string(),
  z.object({
    left: z.number(),
    /** Refusals since he last said yes, and the last one's moment, epoch ms. */
    rejects: z.optional(z.number()),
    rejectedAt: z.optional(z.number()),
  }),
)
export type Ledger = z.infer<typeof Ledger>

/** After two refusals he is left in peace. */
const rejectsToRest = 2
const restMs = 30 * dayMs

/** The ledger after these answers; one answer is one message more, or one refusal more. */
export function answered(ledger: Ledger, answers: Answers, now: number): Ledger {
  const next = { ...ledger }
  for (const name of templateNames) {
    const before = ledger[name] ?? { left: 0 }
    const answer = answers[name]
    if (answer === 'accept') next[name] = { left: before.left + 1 }
    if (answer === 'reject') next[name] = { ...before, rejects: (before.rejects ?? 0) + 1, rejectedAt: now }
    if (answer === 'ban') next[name] = { ...before, left: 0 }
  }
  return next
}

/** Of these templates the ones to ask for now: none is left, and he has not said no twice within thirty days. */
export function worthAsking(ledger: Ledger, names: readonly TemplateName[], now: number): TemplateName[] {
  return names.filter(name => {
    const { left = 0, rejects = 0, rejectedAt = 0 } = ledger[name] ?? {}
    return left === 0 && (rejects < rejectsToRest || now - rejectedAt >= restMs)
  })
}

/** The most characters of each kind of field, as WeChat takes them (facts/wechat-platform 3.3). */
const mostOf = { thing: 20, time: 32 } as const

/** Words as a template's field takes them: one line, not longer than its kind allows, never empty. */
export function fitted(field: string, words: string): string {
  const kind = field.replace(/\d+$/, '')
  const most = kind === 'thing' || kind === 'time' ? mostOf[kind] : 20
  const line = words.replace(/\s+/g, ' ').trim()
  return [...line].slice(0, most).join('') || '-'
}
