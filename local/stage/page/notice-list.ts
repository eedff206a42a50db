import { clockOf } from '../../../domain/time'
import { fill, h } from './dom'
import type { Person, ShownNotice } from './wire'

const shown = 3

/** Why a notice did not arrive, and where what it said is to be found: nobody telephones the desk, whose first screen shows it. */
function missed(wrong: number | undefined, isDesk: boolean): string {
  const why = wrong === undefined ? '提醒次数用完' : `微信退回了这条（${wrong}）`
  return `没有收到：${why}，${isDesk ? '书记台上看得到' : '已进社区的电话单'}`
}

/** 服务通知: who got one, and who did not, the latest first. */
export interface NoticeList {
  root: HTMLElement
  add(notice: ShownNotice): void
}

/** Draws the list. What WeChat did not deliver is not lost: it stands on the desk's list of calls. */
export function openNotices(people: Person[], past: ShownNotice[]): NoticeList {
  const known = new Map(people.map(person => [person.openid, person]))
  // The town has more people than the stage offers phones of.
  const kept = past.filter(notice => known.has(notice.openid))
  const list = h('ul', { class: 'notices' })

  function line({ openid, at, words, delivered, wrong }: ShownNotice): HTMLElement {
    const person = known.get(openid)
    const told = delivered ? words : missed(wrong, person?.phone === 'desk')
    return h(
      'li',
      { class: delivered ? 'delivered' : 'missed' },
      h('b', {}, person?.name ?? '有人'),
      h('span', {}, told),
      h('time', {}, clockOf(at)),
    )
  }

  function draw(): void {
    const latest = kept.slice(-shown).reverse()
    fill(
      list,
      ...(latest.length > 0 ? latest.map(line) : [h('li', { class: 'none' }, '还没有。点“有进展用微信告诉我”才会发')]),
    )
  }

  draw()
  return {
    root: h('section', { class: 'side', 'aria-label': '服务通知' }, h('h2', {}, '服务通知'), list),
    add(notice) {
      if (known.has(notice.openid)) kept.push(notice)
      draw()
    },
  }
}
