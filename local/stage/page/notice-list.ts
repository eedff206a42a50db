import { clockOf } from '../../../domain/time'
import { fill, h } from './dom'
import type { Person, ShownNotice } from './wire'

const shown = 3
const missed = '没有收到：提醒次数用完，已进社区的电话单'
/** Nobody telephones the desk: what it missed lies open on its own first screen. */
const missedAtDesk = '没有收到：提醒次数用完，书记台上看得到'

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

  function line({ openid, at, words, delivered }: ShownNotice): HTMLElement {
    const person = known.get(openid)
    const told = delivered ? words : person?.phone === 'desk' ? missedAtDesk : missed
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
