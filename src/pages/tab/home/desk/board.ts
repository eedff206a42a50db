import { errand } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import { columnOf, standing } from '@domain/errand/standing'
import { dotted } from '@domain/line'
import { atWords, dayStart, minuteMs, spanWords } from '@domain/time'

/** 书记台's errands as the desk works through them: each list with the one needed first on top. */
export interface Board {
  stuck: Errand[]
  /** 等派: what can be dispatched now. */
  waiting: Errand[]
  /** 已退回，等家里补: nothing for the desk to do. */
  returned: Errand[]
  offered: Errand[]
  going: Errand[]
  /** 今天办好. */
  done: Errand[]
}

const neededAt = (one: Errand): number => one.when?.until ?? one.requestedAt ?? 0
/** 急 first, then what is needed first. */
const byNeed = (a: Errand, b: Errand): number =>
  Number(b.urgent !== undefined) - Number(a.urgent !== undefined) ||
  neededAt(a) - neededAt(b) ||
  a.id.localeCompare(b.id)

/** Sorts what `board` answered into the desk's lists. */
export function boardOf(errands: readonly Errand[], now: number): Board {
  const column = (name: ReturnType<typeof columnOf>) => errands.filter(one => columnOf(one) === name).sort(byNeed)
  const dispatchable = (one: Errand) => errand.dispatch.moves.from.some(state => state === one.state)
  const doneToday = (one: Errand) =>
    standing(one, 'desk', now).tone === 'done' && (one.closedAt ?? one.deliveredAt ?? 0) >= dayStart(now)
  return {
    stuck: column('stuck'),
    waiting: column('waiting').filter(dispatchable),
    returned: column('waiting').filter(one => !dispatchable(one)),
    offered: column('offered'),
    going: column('going'),
    done: column('done').filter(doneToday).reverse(),
  }
}

/** `3号楼 · 10:30 前`; another day is named. */
export function needWords(one: Errand, now: number): string {
  return dotted(one.building ?? one.compound, one.when && `${atWords(one.when.until, now)}\u00a0前`)
}

/** `等了 12 分钟`; what came within the minute is 刚来的. */
export function waitedWords(one: Errand, now: number): string {
  const waited = now - (one.waitingSince ?? one.requestedAt ?? now)
  return waited < minuteMs ? '刚来的' : `等了 ${spanWords(waited)}`
}

/** `等派 3 · 卡住 1 · 在办 5 · 今天办好 7`; 等答应 only when somebody has been asked. */
export function tallyWords({ waiting, stuck, offered, going, done }: Board): string {
  return dotted(
    `等派\u00a0${waiting.length}`,
    offered.length > 0 && `等答应\u00a0${offered.length}`,
    `卡住\u00a0${stuck.length}`,
    `在办\u00a0${going.length}`,
    `今天办好\u00a0${done.length}`,
  )
}
