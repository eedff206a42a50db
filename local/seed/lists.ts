import { trades } from '../../domain/person'
import { roster as rows } from '../../domain/roster'
import { dayMs, dayOf, momentOf } from '../../domain/time'
import type { Cloud } from '../cloud'
import type { Calendar } from './calendar'
import { home, mobile, places, type Place } from './names'
import type { Play } from './play'
import { roster, type Worker } from './roster'
import { deskIn } from './town'

type Body = 'community' | 'firm'
type Line = readonly [name: string, phone: string, trade: string, firm: string, party: string]

const head: Line = ['姓名', '手机号', '行业', '单位', '是否党员']

/** 底册 of a community: everybody of the roster who works there; a rider by the number he applied with. */
const register = (place: Place): Line[] =>
  roster
    .map((worker, i) => ({ worker, phone: worker.phone ?? mobile(2001 + i) }))
    .filter(({ worker }) => worker.communityId === place.id)
    .map(({ worker, phone }) => lineOf(worker, phone))

const lineOf = ({ name, trade, firm, partyMember }: Worker, phone: string): Line => [
  name,
  phone,
  trades[trade],
  firm,
  partyMember ? '是' : '否',
]

/** What a firm hands in this morning of those in 金星: some as they are, some otherwise, one more, and one without a name. */
function fromFirm(): Line[] {
  const same = register(home).slice(0, 12)
  const [first, second, third, ...others] = same
  if (!first || !second || !third) return same
  return [
    [first[0], first[1], first[2], '飞燕外卖邻溪二站', ''],
    [second[0], second[1], '货车', second[3], ''],
    [`${third[0].slice(0, 1)}师傅（新）`, third[1], third[2], third[3], ''],
    ...others,
    ['岑师傅', mobile(2901), '外卖', '飞燕外卖邻溪二站', ''],
    ['', mobile(2902), '外卖', '飞燕外卖邻溪二站', ''],
  ]
}

/** The communities' registers are taken in after the riders have come; a firm's list waits in 金星 since this morning. */
export function bringLists(cloud: Cloud, today: number, calendar: Calendar): void {
  const then = momentOf(dayOf(today - 20 * dayMs), '15:00')
  for (const place of places)
    calendar.on(then, async play => {
      const id = await sorted(cloud, play, place, 'community', `${place.name}底册.csv`, register(place))
      const { openid } = deskIn(place.id).assistant
      await play.perform(openid, rows.confirm, { communityId: place.id, id }, `seed:list:in:${place.id}`)
    })
  const file = '飞燕外卖在岗名单.csv'
  calendar.on(momentOf(dayOf(today), '09:40'), play => sorted(cloud, play, home, 'firm', file, fromFirm()))
}

/** A list as far as its preview. */
async function sorted(cloud: Cloud, play: Play, { id: communityId }: Place, body: Body, file: string, lines: Line[]) {
  const { openid } = deskIn(communityId).assistant
  const key = `seed:list:${body}:${communityId}`
  const text = [head, ...lines].map(line => line.join(',')).join('\n')
  const fileId = await upload(cloud, openid, `sheet/${key.replace(/:/g, '-')}.csv`, text)
  const whose = body === 'firm' ? { whose: '飞燕外卖' } : {}
  const opened = await play.perform(openid, rows.openList, { communityId, fileId, file, body, ...whose }, key)
  const [sheet] = opened.sheets ?? []
  const input = { communityId, id: opened.id, sheet: 0, headRow: 0, columns: sheet?.columns ?? [] }
  return (await play.perform(openid, rows.sort, input, `${key}:sort`)).id
}

/** As a phone does it. */
async function upload({ url }: Cloud, openid: string, path: string, text: string): Promise<string> {
  const response = await fetch(`${url}/storage/upload?path=${path}`, {
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'text/csv' },
    body: text,
  })
  const { fileID }: { fileID: string } = await response.json()
  return fileID
}
