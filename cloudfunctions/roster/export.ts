import { isKeyOf } from '@domain/key'
import type { InputOf } from '@domain/operation'
import { trades } from '@domain/person'
import { roster } from '@domain/roster'
import { standing, sourceWords, shownOf } from '@domain/roster/claim'
import { maskedPhone } from '@domain/person'
import { standings } from '@domain/roster/worker'
import { dayOf } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { keepFile, temporaryUrl } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { createdId } from '../kernel/hash'
import { found, whereOf } from './list'
import { everyone } from './paging'
import { spreadsheet } from './sheet/write'
import { lookRecords, sheetFiles, workers, type WorkerDocument } from './stored'

const head = ['姓名', '电话', '行业', '单位', '网格', '车辆', '车牌', '怎么样', '单位出处', '最近登记']

/** 导出: as the list shows them, in name order; who took how many along is written down first. Whether somebody is of the Party is in no list. */
export async function exportTo(input: InputOf<typeof roster.export>, actor: Actor) {
  const { communityId, find, phones } = input
  const people = find ? await withClaims(input, find) : await everyone(workers, whereOf(input), ['marks', 'keys'])
  const look = {
    communityId,
    workerId: '',
    what: 'export' as const,
    who: actor.name,
    at: actor.now,
    rows: people.length,
  }
  await lookRecords.add(roster.export, actor, look)
  const name = `${(await communities.get(communityId))?.name ?? ''}底数 ${dayOf(actor.now)}.xlsx`
  const bytes = await spreadsheet(
    head,
    people.map(person => line(person, phones)),
  )
  const fileId = await keepFile(`export/${createdId(actor.id, actor.key)}.xlsx`, bytes)
  await sheetFiles.add(roster.export, actor, { communityId, file: fileId, at: actor.now })
  return { url: await temporaryUrl(fileId), name, rows: people.length, at: actor.now }
}

async function withClaims(input: InputOf<typeof roster.export>, find: string): Promise<WorkerDocument[]> {
  const some = await found(input, find)
  return Promise.all(some.map(async one => (await workers.get(one._id)) ?? one))
}

function line({ claims, state = '', touchedAt }: WorkerDocument, phones: boolean): string[] {
  const { name = '', phone = '', trade = '', firm = '', grid = '', vehicle = '', plate = '' } = shownOf(claims)
  const from = standing(claims.firm)
  return [
    name,
    phones ? phone : phone && maskedPhone(phone),
    isKeyOf(trades, trade) ? trades[trade] : trade,
    firm,
    grid,
    vehicle,
    plate,
    isKeyOf(standings, state) ? standings[state] : '',
    from ? sourceWords(from) : '',
    dayOf(touchedAt),
  ]
}
