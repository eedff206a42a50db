import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matterNames, matters, ticked } from '@domain/consent'
import type { Failure } from '@domain/failure'
import { failureOf } from '@domain/failure'
import { writes, type InputOf, type Operation, type OutputOf } from '@domain/operation'
import { applyNeeds, type Application } from '@domain/rider/record'
import type { Membership, Me } from '@domain/role'
import { nobody } from '@domain/role'
import { pushes } from '@domain/safety'
import { schema, storageRules } from '@domain/schema'
import { momentOf, never } from '@domain/time'
import { startCloud, type Cloud } from '../../local/cloud'
import { forgetEverything } from '../../cloudfunctions/kernel/memory'
import { areas } from '../tables'

export const a = 'c-jinxing'
export const b = 'c-qilong'
/** 10:07 in Beijing on a Monday, where every test begins. */
export const morning = momentOf('2026-11-23', '10:07')

export interface Reply {
  ok: boolean
  at: number
  data?: unknown
  code?: string
  detail?: Record<string, unknown>
  me?: Me
}

/** A small town in a running local cloud: two communities, their desks, two riders, a daughter and her father. */
export interface Town {
  cloud: Cloud
  /** The event as it is, past every type. */
  raw(openid: string | null, fn: string, event: unknown): Promise<Reply>
  /** One operation by one person; a refusal throws its Failure. */
  as(
    openid: string,
  ): <O extends Operation>(op: O, input: InputOf<O>, key?: string, hat?: string) => Promise<OutputOf<O>>
  /** The stored record, past all sight. */
  stored(collection: string, id: string): Promise<Record<string, unknown> | undefined>
  put(collection: string, ...records: object[]): Promise<void>
  /** Sets fields of the stored record. */
  set(collection: string, id: string, fields: object): Promise<void>
  remove(collection: string, id: string): Promise<void>
  /** Puts a file into the storage and answers its fileID. */
  file(path: string): Promise<string>
  tick(): Promise<Reply>
  fatherId: string
  close(): Promise<void>
}

let keys = 0
export const newKey = (): string => `key-${String(++keys).padStart(6, '0')}`

type Main = (event: unknown) => Promise<unknown>

/** The functions as this test file has loaded them. */
const loaded = (name: string): Main => (require(`../../cloudfunctions/${name}`) as { main: Main }).main

/** One warm instance of every function: what it remembers is its own. */
export function instance(): ReadonlyMap<string, Main> {
  const mains = new Map<string, Main>()
  jest.isolateModules(() => areas.forEach(name => mains.set(name, loaded(name))))
  return mains
}

/**
 * What these tests say is about people and not about a disk: they wait for none; test/local and test/crash do.
 * The functions begin it as new instances, however warm.
 * @param answering says which of several warm instances of a function a call comes to
 */
export async function openTown(answering: (name: string) => Main = loaded): Promise<Town> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xinlin-town-'))
  const functions = Object.fromEntries(areas.map(name => [name, (event: unknown) => answering(name)(event)]))
  const cloud = await startCloud({ dataDir, ephemeral: true, schema, storageRules, functions, messages: pushes })
  Object.assign(process.env, cloud.env)
  forgetEverything()
  cloud.clock.set(morning)
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
  const database = sdk.database({ throwOnNotFound: false } as object)

  const raw: Town['raw'] = async (openid, fn, event) => (await cloud.call(fn, openid, event)) as Reply
  const town: Town = {
    cloud,
    raw,
    as: openid => async (op, input, key, hat) => {
      const event = { verb: op.verb, input, ...(writes(op) && { key: key ?? newKey() }), ...(hat && { as: hat }) }
      const reply = await raw(openid, op.area, event)
      if (!reply.ok) throw failureOf(reply.code ?? '', reply.detail)
      return reply.data as OutputOf<typeof op>
    },
    async stored(collection, id) {
      const { data } = (await database.collection(collection).doc(id).get()) as { data: Record<string, unknown> }
      return data ?? undefined
    },
    async put(collection, ...records) {
      for (const data of records) await database.collection(collection).add({ data })
    },
    async set(collection, id, data) {
      await database.collection(collection).doc(id).update({ data })
    },
    async remove(collection, id) {
      await database.collection(collection).doc(id).remove()
    },
    async file(cloudPath) {
      return ((await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('jpg') })) as { fileID: string }).fileID
    },
    tick: async () => (await cloud.trigger('clock')) as Reply,
    fatherId: 'h-father',
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await settle(town)
  return town
}

const personId = (openid: string): string =>
  (require('../../cloudfunctions/kernel/hash') as typeof import('../../cloudfunctions/kernel/hash')).personIdOf(openid)
export { personId }

/** Whoever lives in the town has agreed to everything; who comes new has not. */
const consents = matterNames.map(what => ({ what, version: matters[what].version, at: 0 }))

/** A stored person with these memberships. */
export function person(openid: string, name: string, memberships: Membership[], more: object = {}): object {
  const { id: _id, ...empty } = nobody
  return { ...empty, _id: personId(openid), openid, name, rev: 'r0', touchedAt: 0, memberships, consents, ...more }
}

const compounds = [{ id: 'k1', name: '金星小区', buildings: ['1号楼', '3号楼'], hasLift: false }]
const kin = { id: 'h-father', communityId: a, calls: '爸爸', elder: '王大爷', place: '金星小区 3号楼' }

export const fatherHousehold = {
  _id: 'h-father',
  householdId: 'h-father',
  communityId: a,
  rev: 'r0',
  touchedAt: 0,
  compoundId: 'k1',
  compound: '金星小区',
  building: '3号楼',
  unit: '2',
  door: '602',
  floor: 6,
  stairs: '6 楼没电梯',
  elder: '王大爷',
  alone: false,
  hasLift: false,
  phones: [{ number: '13900000001', whose: '女儿' }],
  finds: ['王', '王大', '王大爷'],
  consent: { how: 'inPerson', toldTo: '李书记', at: 0 },
  verifiedAt: 1,
  hasApp: true,
}

/** On duty at any hour. */
export const allWeek = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' }]

async function settle(town: Town): Promise<void> {
  for (const [id, name] of [
    [a, '金星社区'],
    [b, '骑龙社区'],
  ] as const) {
    const groups = [{ id: `${id}-g1`, name: `${name}邻里群`, audience: 'residents' }]
    await town.put('communities', {
      _id: id,
      communityId: id,
      name,
      subdistrictId: 'sd1',
      subdistrict: '邻溪镇',
      phone: '08580000000',
      compounds: id === a ? compounds : [{ ...compounds[0], id: 'k-of-b', name: '骑龙花园' }],
      groups,
      rev: 'r0',
      touchedAt: 0,
    })
  }
  await town.put(
    'people',
    person('desk', '李书记', [{ communityId: a, role: 'dispatcher' }]),
    person('desk-b', '赵书记', [
      { communityId: b, role: 'dispatcher' },
      { communityId: a, role: 'resident' },
    ]),
    person('zhang', '张师傅', [{ communityId: a, role: 'rider' }], {
      trade: 'takeaway',
      areas: ['k1'],
      hours: allWeek,
      phone: '13800000001',
    }),
    person('li', '李师傅', [{ communityId: a, role: 'rider' }], {
      trade: 'courier',
      areas: [],
      hours: allWeek,
      phone: '13800000002',
    }),
    person('chen', '陈师傅', [{ communityId: b, role: 'rider' }], { trade: 'courier', areas: [] }),
    person('daughter', '王女士', [{ communityId: a, role: 'resident' }], { households: [kin] }),
    person('neighbour', '孙女士', [{ communityId: a, role: 'resident' }]),
    person('officer', '高主任', [
      { communityId: a, role: 'subdistrict' },
      { communityId: b, role: 'subdistrict' },
    ]),
    person('office', '方所长', [{ communityId: a, role: 'department', office: '消防所' }]),
    person('keeper', '周店员', [{ communityId: a, role: 'keeper' }], {
      stations: [{ id: 's1', communityId: a, name: '红色驿站' }],
    }),
  )
  await town.put('households', fatherHousehold)
  await town.put('stations', {
    _id: 's1',
    stationId: 's1',
    communityId: a,
    rev: 'r0',
    touchedAt: 0,
    name: '红色驿站 · 人民路店',
    kind: 'red',
    address: '人民路 18 号',
    point: { lat: 26.59, lng: 104.83 },
    radiusMetres: 150,
    openFrom: '08:00',
    openUntil: '21:00',
    facilities: ['water', 'umbrella'],
    faults: [],
    closure: null,
    verifiedAt: morning - 7_200_000,
    code: 'K7Q2M9',
    closedAt: never,
  })
}

/** A courier who applies in 金星. */
export const application: Application = {
  communityId: a,
  name: '何师傅',
  trade: 'courier',
  firm: '小河快递',
  phone: '13900000088',
  areas: ['k1'],
  neighbours: [],
  hours: [{ days: [1, 3], from: '09:00', until: '11:30' }],
  skills: ['carry'],
  vehicle: 'ebike',
  certificates: [{ kind: 'driving', until: '2030-01-31' }],
  advances: false,
  agreed: ticked(applyNeeds),
}

/** Lunch for the father, half past ten today. */
export const lunch = {
  communityId: a,
  householdId: 'h-father',
  kind: 'meal' as const,
  what: '一份午饭，少盐',
  pickUp: '社区食堂',
  when: { from: momentOf('2026-11-23', '10:30'), until: momentOf('2026-11-23', '11:00') },
  money: { how: 'paid' as const },
}

/** The code of the failure that this call ends in. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    return (error as Failure).code ?? String(error)
  }
  return 'nothing was refused'
}
