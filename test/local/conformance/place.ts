import type { Here } from './case'
import type { Row, Sdk } from './sdk'

/** The place of one case: everything it makes bears `mark`, and nothing else is seen from it. Its files are noted in `files`. */
export function placeOf(sdk: Sdk, mark: string, call: Here['call'], files: string[]): Here {
  const db = sdk.database({ throwOnNotFound: false })
  const { command: _ } = db
  const rows = db.collection('conformance_rows')
  const id = (name: string): string => `${mark}-${name}`
  const own = (row: Row): Row => ({
    ...row,
    ...(typeof row['_id'] === 'string' ? { _id: id(row['_id']) } : {}),
    case: mark,
  })
  return {
    sdk: { ...sdk, openapi: sdk.openapi, uploadFile: options => keepFile(sdk.uploadFile(options), files) },
    db,
    _,
    $: _.aggregate,
    mark,
    rows,
    others: db.collection('conformance_others'),
    codes: db.collection('conformance_codes'),
    id,
    own,
    doc: name => rows.doc(id(name)),
    now: async name => plainRow((await rows.doc(id(name)).get()).data, mark),
    mine: (filter = {}) => rows.where({ ...filter, case: mark }),
    mineBy: condition => rows.where(Object(_.and([{ case: mark }, condition]))),
    ids: async query => (await query.get()).data.map(row => String(plain(row['_id'], mark))).sort(),
    stages: () => rows.aggregate().match({ case: mark }),
    call,
  }
}

async function keepFile<T extends { fileID: string }>(upload: Promise<T>, files: string[]): Promise<T> {
  const file = await upload
  files.push(file.fileID)
  return file
}

function plainRow(row: Row | null, mark: string): Row | null {
  return row === null ? null : Object(plain(row, mark))
}

/** What was seen, without the mark: ids are short again, and nobody's `case` shows. */
export function plain(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return value.replaceAll(`${mark}-`, '')
  if (Array.isArray(value)) return value.map(item => plain(item, mark))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const kept = Object.entries(value).filter(([key, inner]) => !(key === 'case' && inner === mark))
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner, mark)]))
}
