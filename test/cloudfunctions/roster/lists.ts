import type { InputOf } from '@domain/operation'
import { roster } from '@domain/roster'
import type { Kind } from '@domain/roster/sorting'
import type { PreviewRow } from '@domain/roster/list'
import { spreadsheet } from '../../../cloudfunctions/roster/sheet/write'
import { a, type Town } from '../town'

type Body = InputOf<typeof roster.openList>['body']

export const head = ['姓名', '电话', '行业', '单位', '社区', '是否党员'] as const

/** A file as the desk's phone puts it into the cloud. */
export async function upload(town: Town, bytes: Uint8Array, ending = 'xlsx', openid = 'desk'): Promise<string> {
  const name = `${Math.random().toString(36).slice(2)}.${ending}`
  const answer = await fetch(`${town.cloud.url}/storage/upload?path=sheet/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  const { fileID } = (await answer.json()) as { fileID: string }
  return fileID
}

export interface Handed {
  body?: Body
  file?: string
  whose?: string
  bytes?: Uint8Array
  ending?: string
  communityId?: string
  desk?: string
}

/** A list that is read; nothing is sorted. */
export async function open(town: Town, rows: readonly (readonly string[])[], handed: Handed = {}) {
  const { body = 'community', file = '名单.xlsx', whose, ending, communityId = a, desk = 'desk' } = handed
  const bytes = handed.bytes ?? (await spreadsheet(rows[0] ?? [], rows.slice(1)))
  const fileId = await upload(town, bytes, ending, desk)
  return town.as(desk)(roster.openList, { communityId, fileId, file, body, ...(whose && { whose }) })
}

/** A list as far as its preview, by the columns that were recognised. */
export async function preview(town: Town, rows: readonly (readonly string[])[], handed: Handed = {}) {
  const { id, sheets: [sheet] = [] } = await open(town, rows, handed)
  const { communityId = a, desk = 'desk' } = handed
  if (!sheet || sheet.headRow === undefined) throw new Error('no head was recognised')
  const { headRow, columns } = sheet
  return town.as(desk)(roster.sort, { communityId, id, sheet: 0, headRow, columns })
}

/** Every row of one kind. */
export async function rowsOf(town: Town, id: string, kind: Kind): Promise<PreviewRow[]> {
  const all: PreviewRow[] = []
  for (let part = 0; ; part += 1) {
    const { rows, more } = await town.as('desk')(roster.rows, { communityId: a, id, kind, part })
    all.push(...rows)
    if (!more) return all
  }
}

/** 确认导入, tap after tap, until it is in. */
export async function takeIn(town: Town, id: string): Promise<void> {
  for (;;) {
    const { state } = await town.as('desk')(roster.confirm, { communityId: a, id })
    if (state === 'applied') return
  }
}

/** Everything stored in a collection, in the order of ids. */
export async function whole(collection: string): Promise<Record<string, unknown>[]> {
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const all: Record<string, unknown>[] = []
  let after = ''
  for (;;) {
    const database = sdk.database()
    const query = database.collection(collection).where({ _id: database.command.gt(after) })
    const { data } = (await query.orderBy('_id', 'asc').limit(1000).get()) as { data: Record<string, unknown>[] }
    if (data.length === 0) return all
    all.push(...data)
    after = String(data.at(-1)?._id)
  }
}
