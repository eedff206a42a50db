import { people } from '../../domain/people'
import { dayOf, minuteMs, momentOf } from '../../domain/time'
import { Application } from '../../domain/person'
import * as z from '../../domain/zod'
import type { Calendar } from './calendar'
import { home, mobile, placeOf } from './names'
import { riders, type Worker } from './roster'
import { deskIn } from './town'
import type { Play } from './play'

/** 报名 and 确认: the 36 apply, one after the other from `from` on, and their desks confirm them after seeing them or on the firm's word. */
export function confirmRiders(from: number, calendar: Calendar): void {
  riders.forEach((rider, i) => calendar.on(from + i * 11 * minuteMs, play => join(play, rider, i)))
}

async function join(play: Play, { openid, name, trade, firm, phone, communityId }: Worker, i: number): Promise<void> {
  const areas = placeOf(communityId)
    .compounds.filter((_, n) => (n + i) % 3 !== 0 || i === 0)
    .map(({ id }) => id)
  const said = {
    communityId,
    name,
    trade,
    firm,
    phone: phone ?? '',
    areas,
    advances: true,
    agreed: true,
  } satisfies z.input<typeof Application>
  const { id, rev } = await play.perform(openid, people.apply, said, `seed:apply:${openid}`)
  const how = i % 3 === 0 ? 'firm' : 'seen'
  await play.perform(
    deskIn(communityId).secretary.openid,
    people.confirmRider,
    { communityId, id, rev, how },
    `seed:confirm:${openid}`,
  )
}

/** 宋师傅 has applied this morning and waits for the desk. */
export const applicant = { openid: 'rider-song', name: '宋师傅' }

/** Who comes this morning: an applicant, 李书记 on duty, and those who have time. */
export function comeToday(today: number, calendar: Calendar): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const communityId = home.id
  const areas = home.compounds.slice(0, 2).map(({ id }) => id)
  const trade = {
    trade: 'courier',
    firm: '蓝帆快递邻溪点',
    phone: mobile(1099),
    areas,
    advances: false,
  } satisfies Partial<z.input<typeof Application>>
  calendar.on(at('08:00'), play =>
    play.perform(
      'desk-li',
      people.takeDuty,
      { communityId, hours: 10, standInId: play.idOf('desk-wang') },
      'today:duty',
    ),
  )
  calendar.on(at('09:20'), play =>
    play.perform(
      applicant.openid,
      people.apply,
      { communityId, name: applicant.name, ...trade, agreed: true },
      'today:apply',
    ),
  )
  for (const openid of ['rider-zhang', 'rider-jinxing-2', 'rider-jinxing-4']) {
    calendar.on(at('09:50'), play => play.perform(openid, people.free, { free: true }, `today:free:${openid}`))
  }
}
