import type { Errand, Hand } from './wire'

/** Whose hand the errand waits for, and what that person taps: the words are the product's own buttons (SCREENS.md 1). */
export interface Turn {
  hand: Hand
  tap: string
}

type Rule = (errand: Errand) => Turn

const turn =
  (hand: Hand, tap: string): Rule =>
  () => ({ hand, tap })

/** 轮到谁, by state. Where the family has no phone the desk calls, and ticks for it. */
const rules: Readonly<Record<string, Rule>> = {
  requested: e => ({ hand: 'desk', tap: e.newcomer ? '看号码' : '派给' }),
  returned: turn('family', '补一句'),
  dispatched: turn('rider', '接单'),
  accepted: turn('rider', '我出发了'),
  underway: turn('rider', '送到了'),
  delivered: e => (e.toCall ? { hand: 'desk', tap: '电话里确认收到了' } : { hand: 'family', tap: '收到了' }),
  failed: turn('desk', '派给'),
  disputed: turn('desk', '回话'),
}

/** Whose turn it is; nobody's when the errand has ended or is in a state this stage does not know. */
export function turnOf(errand: Errand | undefined): Turn | undefined {
  return errand && (Object.hasOwn(rules, errand.state) ? rules[errand.state]?.(errand) : undefined)
}

/** 该书记了, 该张师傅了: whom the flag names. The errand knows its rider and who asked; else it is whoever holds that phone. */
export function flagOf(errand: Errand, { hand }: Turn, names: Record<Hand, string>): string {
  if (hand === 'desk') return '该书记了'
  if (hand === 'family') return `该${errand.askedBy ?? names.family}了`
  return errand.offer?.to === 'pool' && !errand.riderName ? '看谁顺路' : `该${riderOf(errand) ?? names.rider}了`
}

const riderOf = (errand: Errand): string | undefined => errand.riderName ?? errand.offer?.name

/** Where the phones stand: who holds them, and which pages they show. */
export interface Phones {
  names: Record<Hand, string>
  paths: Record<Hand, string>
}

/** What the walk lights next: a hand, the words to tap there, and what to say about it. */
export function nextStep(
  errand: Errand | undefined,
  { names, paths }: Phones,
): { hand: Hand; tap: string; say: string } {
  const now = turnOf(errand)
  if (!now || !errand) {
    const asking = paths.family.includes('errand/ask')
    return asking
      ? { hand: 'family', tap: '请社区派人', say: '一页一个问题，最后点“请社区派人”' }
      : { hand: 'family', tap: '请人帮忙', say: '从这里开始：点“请人帮忙”' }
  }
  const rider = riderOf(errand)
  if (now.hand === 'rider' && rider !== undefined && rider !== names.rider) {
    return { hand: 'rider', tap: '', say: `点上面的名字，换成${rider}` }
  }
  return { ...now, say: now.tap === '派给' ? '点“派给…”，或“请大家看看”' : `点“${now.tap}”` }
}
