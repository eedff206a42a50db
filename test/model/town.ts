import { mkdtempSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writes as isWrite, type Operation } from '@domain/operation'
import { schema, storageRules } from '@domain/schema'
import { dayStart, momentOf } from '@domain/time'
import { startCloud, type Cloud } from '../../local/cloud'
import { idBytes } from '../../local/cloud/store/layout'
import { openStore, type Store } from '../../local/cloud/store/store'
import { communities, households, people } from './residents'

type Detail = Readonly<Record<string, unknown>>

export interface Reply {
  ok: boolean
  at: number
  data?: unknown
  code?: string
  detail?: Detail
}

/** A town that stays while stories come and go: each begins with the same people, no errand, and the same Monday morning. */
export interface Town {
  cloud: Cloud
  call(openid: string, op: Operation, input: unknown, key: string): Promise<Reply>
  /** The clock rings once. */
  ring(): Promise<void>
  /** The stored text of a record, read past the wire. */
  stored(collection: string, id: string): string | undefined
  set(collection: string, id: string, fields: object): Promise<void>
  /** A photo that somebody has taken. */
  photo: string
  /** Puts a photo where this fileID says it is. */
  file(fileId: string): Promise<void>
  /** How many writes there were, but for the desk's queue of what WeChat doubts. */
  writes(): number
  /** When today began, epoch ms. */
  midnight(): number
  /** Puts a record as it was stored once in the place of what it is now. */
  put(collection: string, id: string, text: string): Promise<void>
  begin(): Promise<void>
  close(): Promise<void>
}

type Main = { main(event: unknown): Promise<unknown> }

/** Loaded when first called: the SDK reads the cloud's address then. */
const functions: Readonly<Record<string, () => Main>> = {
  errand: () => require('../../cloudfunctions/errand'),
  rider: () => require('../../cloudfunctions/rider'),
  clock: () => require('../../cloudfunctions/clock'),
}

/** 10:07 in Beijing on a Monday. */
const morning = momentOf('2026-11-23', '10:07')

/** Opens it in memory where the machine has a folder for that: nothing of it is worth a disk's flush. */
export async function openTown(): Promise<Town> {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'xinlin-model-'))
  let store: Store | undefined
  const cloud = await startCloud({
    dataDir,
    schema,
    storageRules,
    functions: Object.fromEntries(
      Object.entries(functions).map(([name, load]) => [name, (event: unknown) => load().main(event)]),
    ),
    ephemeral: true,
    openStore: (...how) => (store = openStore(...how)),
  })
  Object.assign(process.env, cloud.env)
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
  const database = sdk.database({ throwOnNotFound: false } as object)
  const { forgetEverybody } = require('../../cloudfunctions/kernel/people') as { forgetEverybody(): void }
  const { forgetCommunity } = require('../../cloudfunctions/kernel/communities') as {
    forgetCommunity(id: string): void
  }
  const put = (collection: string, records: object[]) => database.collection(collection).add({ data: records })
  const empty = (collection: string, condition: object) => database.collection(collection).where(condition).remove()

  cloud.clock.set(morning)
  let writes = 0
  cloud.changes.on(({ collection }) => {
    if (collection !== 'doubts') writes += 1
  })
  const photo = await sdk.uploadFile({ cloudPath: 'photo/lunch.jpg', fileContent: Buffer.from('jpg') })
  return {
    cloud,
    photo: photo.fileID,
    async file(fileId) {
      await sdk.uploadFile({ cloudPath: fileId.slice(fileId.indexOf('photo/')), fileContent: Buffer.from('jpg') })
    },
    writes: () => writes,
    midnight: () => dayStart(cloud.clock.now()),
    call: async (openid, op, input, key) =>
      (await cloud.call(op.area, openid, { verb: op.verb, input, ...(isWrite(op) && { key }) })) as Reply,
    async ring() {
      await cloud.trigger('clock')
    },
    stored: (collection, id) => store?.get(collection, idBytes(id)),
    async set(collection, id, data) {
      await database.collection(collection).doc(id).update({ data })
      forgetEverybody()
    },
    async put(collection, id, text) {
      const { _id, ...data } = JSON.parse(text)
      await database.collection(collection).doc(id).set({ data })
    },
    async begin() {
      const all = database.command.exists(true)
      cloud.clock.set(morning)
      await Promise.all([
        empty('errands', { communityId: communities[0]?._id, closedAt: all }),
        empty('doubts', { communityId: communities[0]?._id }),
        empty('people', { _id: database.command.in(people.map(({ _id }) => _id)) }),
        empty('communities', { _id: database.command.in(communities.map(({ _id }) => _id)) }),
        empty('households', { _id: database.command.in(households.map(({ _id }) => _id)) }),
      ])
      await Promise.all([put('people', people), put('households', households), put('communities', communities)])
      forgetEverybody()
      for (const { _id } of communities) forgetCommunity(_id)
    },
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
