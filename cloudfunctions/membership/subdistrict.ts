import { Failure } from '@domain/failure'
import { membership, type Place, type Settings } from '@domain/membership'
import { helpsBeside } from '@domain/neighbour'
import type { InputOf, Moved } from '@domain/operation'
import { deskRole, officeRole, scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { anew } from '../kernel/anew'
import { _ } from '../kernel/cloud'
import { closeToNeighbours, communities as records } from '../kernel/communities'
import { createdId, hash } from '../kernel/hash'
import { askedHoldersOf, holdersIn, joined, reshape } from '../kernel/holders'
import { meOf } from '../kernel/people'

/** 街道: its communities in name order, with who is at each desk. */
export async function communities(_input: InputOf<typeof membership.communities>, actor: Actor) {
  const ids = scopeOf(actor.me, officeRole, actor.now)
  const [found, desks] = await anew(
    actor,
    records.asked({ _id: _.in(ids) }, { limit: 1000 }),
    askedHoldersOf(ids, deskRole),
  )
  const deskOf = (communityId: string) =>
    desks
      .filter(person => scopeOf(meOf(person.openid, person), deskRole, actor.now).includes(communityId))
      .map(({ name }) => name)
  const rows = found.map(({ _id, name, phone, onDuty, ...place }): Place => ({
    id: _id,
    name,
    phone,
    desk: deskOf(_id),
    helps: helpsBeside(place),
    ...(onDuty && onDuty.until > actor.now && { onDuty: onDuty.name }),
  }))
  return { subdistrict: found[0]?.subdistrict ?? '', rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) }
}

/** A community as its desk and its subdistrict write it down. */
export async function community({ communityId }: InputOf<typeof membership.community>, actor: Actor) {
  const [[found]] = await anew(actor, records.one(communityId))
  if (!found) throw new Failure('NOT_FOUND')
  const grids = (found.grids ?? []).map(grid => ({ ...grid, buildings: grid.buildings ?? [] }))
  return { ...found, id: found._id, helps: helpsBeside(found), grids }
}

/** 新开一个社区: of the same subdistrict as the one it is named beside; whoever is the subdistrict's is its as well. */
export async function addCommunity(input: InputOf<typeof membership.addCommunity>, actor: Actor) {
  const { communityId: besideId, ...said } = input
  const beside = await records.get(besideId)
  const { subdistrictId, subdistrict = '' } = beside ?? {}
  if (subdistrictId === undefined) throw new Failure('NOT_FOUND')
  const id = createdId(actor.id, actor.key)
  const fields = { communityId: id, subdistrictId, subdistrict, ...settled(said, id, emptyBefore) }
  await records.add(membership.addCommunity, actor, fields, { id })
  const officers = await holdersIn(besideId, officeRole, actor.now)
  const seat = { communityId: id, role: officeRole }
  for (const { _id } of officers)
    await reshape(_id, `${actor.key}.seat`, person => ({ memberships: joined(person.memberships, [seat]) }))
  actor.changed = true
  return { id }
}

/** What people live by is only added to and renamed: compounds and groups stand in households, errands and lessons. */
export async function changeCommunity(
  { communityId, rev, ...said }: InputOf<typeof membership.changeCommunity>,
  actor: Actor,
): Promise<Moved> {
  const before = await records.get(communityId)
  if (!before) throw new Failure('NOT_FOUND')
  const patch = settled(said, `${communityId} ${actor.key}`, before)
  return records.change(membership.changeCommunity, communityId, actor, { rev, patch })
}

/** 互助, on or off. */
export async function letHelp(
  { communityId, rev, helps }: InputOf<typeof membership.letHelp>,
  actor: Actor,
): Promise<Moved> {
  const changed = await records.change(membership.letHelp, communityId, actor, { rev, patch: { helps } })
  if (!helps) await closeToNeighbours(communityId)
  return changed
}

interface Before {
  compounds: readonly { id: string; buildings: readonly string[] }[]
  groups: readonly { id: string }[]
  grids?: readonly { id: string }[]
}
const emptyBefore: Before = { compounds: [], groups: [] }

/** What was said, with an id for what is new. @throws BAD_INPUT for an id that was not there, or for what must not go */
function settled({ name, phone, compounds, grids, groups }: Settings, seed: string, before: Before) {
  const grown = withIds(compounds, `${seed} k`, before.compounds, true)
  for (const old of before.compounds)
    if (old.buildings.some(building => !grown.find(({ id }) => id === old.id)?.buildings.includes(building)))
      throw new Failure('BAD_INPUT', { field: 'compounds', why: '已有的楼栋不能去掉' })
  return {
    name,
    phone,
    compounds: grown,
    groups: withIds(groups, `${seed} g`, before.groups, true),
    grids: withIds(grids, `${seed} w`, before.grids ?? [], false),
  }
}

function withIds<T extends { id?: string | undefined }>(
  said: readonly T[],
  seed: string,
  before: readonly { id: string }[],
  stays: boolean,
): (T & { id: string })[] {
  const known = before.map(({ id }) => id)
  const kept = said.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const isWrong = kept.some(id => !known.includes(id)) || new Set(kept).size < kept.length
  if (isWrong || (stays && known.some(id => !kept.includes(id))))
    throw new Failure('BAD_INPUT', { why: '已有的只能改名，不能去掉' })
  return said.map((one, i) => ({ ...one, id: one.id ?? `${seed.at(-1) ?? ''}${hash(`${seed} ${i}`, 12)}` }))
}
