import { errand } from '@domain/errand'
import { holdings, type Holding } from '@domain/privacy/holding'
import { unnamed, type Leaver as Named } from '@domain/privacy/unnamed'
import { personDoor } from '@domain/relation'
import type { CollectionName } from '@domain/schema'
import { never } from '@domain/time'
import { _, collectionOf, isDuplicate, removeFiles } from '../kernel/cloud'
import { hash } from '../kernel/hash'
import type { Person } from '../kernel/people'
import { patched } from '../kernel/write'
import { leaveHouseholds } from './left-behind'
import { leaveRoster } from './left-in-roster'

interface Leaver extends Named {
  secret: string
}
type Row = Readonly<Record<string, unknown>> & { _id: string; rev?: string }

const batch = 50
const held = (Object.entries(holdings) as [CollectionName, Holding | null][]).flatMap(([name, holding]) =>
  holding ? [{ name, ...holding }] : [],
)

/**
 * Takes somebody who is leaving out of whatever others go on reading, and removes what was his alone. A record that is done is not found
 * again, so that this may die anywhere and be begun anew. @returns how many records could not be done now
 */
export async function forget(person: Person): Promise<number> {
  const { _id: id, openid, leaving } = person
  if (!leaving) return 0
  const { name, roles, files, secret } = leaving
  const leaver = { id, name, roles, secret, marks: [openid, ...files] }
  await leaveHouseholds(leaving)
  await leaveRoster(id)
  let left = 0
  for (const holding of held) for (const field of holding.found) left += await free(holding, field, leaver)
  await removeFiles(files)
  return left
}

/** Past whatever cannot be done now, so that it holds up nothing else. @returns how many those are */
async function free(holding: Holding & { name: CollectionName }, field: string, leaver: Leaver): Promise<number> {
  const his = { [field]: _.in([leaver.id, personDoor(leaver.id)]) }
  const stuck: string[] = []
  for (;;) {
    const where = stuck.length > 0 ? { ...his, _id: _.nin(stuck) } : his
    const { data } = await collectionOf(holding.name).where(where).limit(batch).get()
    if (data.length === 0) return stuck.length
    for (const row of data as Row[]) if (!(await freeOne(holding, row, leaver))) stuck.push(row._id)
  }
}

/** False when there was nothing to do, or somebody wrote to it meanwhile. */
async function freeOne({ name, his }: Holding & { name: CollectionName }, row: Row, leaver: Leaver): Promise<boolean> {
  const collection = collectionOf(name)
  const { _id, rev } = row
  const asRead = collection.where({ _id, ...(rev !== undefined && { rev }) })
  const isHis = his !== undefined && row[his.by] === leaver.id
  if (isHis ? his.is === 'removed' : _id.includes(leaver.id)) {
    if (typeof row.file === 'string') await removeFiles([row.file])
    return (await asRead.remove()).stats.removed > 0
  }
  if (isRunning(row, leaver)) return false
  const changes = unnamed(row, leaver)
  if (isHis) return renew(name, row, changes, leaver)
  const calls = openCalls(row, changes)
  const data = {
    ...patched(changes),
    ...('slot' in changes && { slot: _id }),
    ...(calls > 0 && { callsOpen: _.inc(-calls) }),
  }
  return (await asRead.update({ data })).stats.updated > 0
}

/** Given to him in the very moment in which he left: it goes back to the desk first (errand's ticks). */
function isRunning({ openTo, closedAt, state }: Row, { id }: Leaver): boolean {
  const from: readonly unknown[] = errand.release.moves.from
  return Array.isArray(openTo) && openTo.includes(personDoor(id)) && closedAt === never && from.includes(state)
}

/** Calls that were to be made to him: nobody needs to make them any more. */
function openCalls({ outbox }: Row, changes: Readonly<Record<string, unknown>>): number {
  return Object.entries(Object(outbox) as Record<string, { reach?: string }>).filter(
    ([id, { reach = '' }]) => `outbox.${id}` in changes && ['call', 'noAnswer'].includes(reach),
  ).length
}

/** A record whose very id names him goes on under another, of which nobody finds the way back. */
async function renew(
  name: CollectionName,
  row: Row,
  changes: Readonly<Record<string, unknown>>,
  leaver: Leaver,
): Promise<boolean> {
  const freed = Object.fromEntries(Object.entries({ ...row, ...changes }).filter(([, value]) => value !== undefined))
  await collectionOf(name)
    .add({ data: { ...freed, _id: `v${hash(`${leaver.secret} ${row._id}`)}` } })
    .catch(error => {
      if (!isDuplicate(error)) throw error
    })
  return (await collectionOf(name).where({ _id: row._id }).remove()).stats.removed > 0
}
