import { people } from '../../domain/people'
import { dayOf, minuteMs, momentOf } from '../../domain/time'
import { ticked } from '../../domain/consent'
import { rider as table } from '../../domain/rider'
import { applyNeeds, type Application, type Declared } from '../../domain/rider/record'
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
  const said: Application = {
    communityId,
    name,
    trade,
    firm,
    phone: phone ?? '',
    ...declaredOf(trade, i),
    areas,
    advances: true,
    agreed: ticked(applyNeeds),
  }
  const { id, rev } = await play.perform(openid, table.apply, said, `seed:apply:${openid}`)
  const how = i % 3 === 0 ? 'firm' : 'seen'
  await play.perform(
    deskIn(communityId).secretary.openid,
    table.confirm,
    { communityId, id, rev, how },
    `seed:confirm:${openid}`,
  )
}

const comesOn = { takeaway: 'ebike', courier: 'tricycle', hailing: 'car', truck: 'car', media: 'foot' } as const
const times: Declared['hours'][] = [
  [{ days: [1, 2, 3, 4, 5], from: '09:30', until: '11:00' }],
  [
    { days: [1, 3, 5], from: '14:00', until: '16:30' },
    { days: [6, 7], from: '09:00', until: '11:30' },
  ],
  [{ days: [1, 2, 3, 4, 5, 6, 7], from: '13:30', until: '16:00' }],
]
const able: Declared['skills'][] = [['carry'], ['drive', 'carry'], ['devices'], ['firstAid'], ['repair', 'devices']]

/** When the `i`-th has time, what he comes on and what he can. */
function declaredOf(trade: Worker['trade'], i: number): Omit<Declared, 'areas' | 'advances'> {
  const drives = trade === 'hailing' || trade === 'truck'
  return {
    neighbours: [],
    hours: times[i % times.length] ?? [],
    skills: able[i % able.length] ?? [],
    vehicle: comesOn[trade],
    certificates: [
      ...(trade === 'takeaway' ? [{ kind: 'health' as const, until: `20${28 + (i % 3)}-06-30` }] : []),
      ...(drives ? [{ kind: 'driving' as const, until: '2031-03-15' }] : []),
      ...(trade === 'hailing' ? [{ kind: 'hailing' as const, until: '2029-12-31' }] : []),
    ],
  }
}

/** 宋师傅 has applied this morning and waits for the desk. */
export const applicant = { openid: 'rider-song', name: '宋师傅' }

/** Who comes this morning: an applicant, 李书记 on duty, those who have time, and one of 骑龙 who passes through 金星 too. */
export function comeToday(today: number, calendar: Calendar): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const communityId = home.id
  const areas = home.compounds.slice(0, 2).map(({ id }) => id)
  const trade = {
    trade: 'courier',
    firm: '蓝帆快递邻溪点',
    phone: mobile(1099),
    ...declaredOf('courier', 1),
    areas,
    advances: false,
  } satisfies Partial<Application>
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
      table.apply,
      { communityId, name: applicant.name, ...trade, agreed: ticked(applyNeeds) },
      'today:apply',
    ),
  )
  calendar.on(at('09:50'), play =>
    play.perform('rider-qilong-1', table.edit, { neighbours: [communityId] }, 'today:neighbour'),
  )
  for (const openid of ['rider-zhang', 'rider-jinxing-2', 'rider-jinxing-4']) {
    calendar.on(at('09:50'), play => play.perform(openid, people.free, { free: true }, `today:free:${openid}`))
  }
}
