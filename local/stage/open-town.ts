import { readFileSync } from 'node:fs'
import { templates as declared } from '../../domain/template'
import { pushes } from '../../domain/safety'
import { storageRules } from '../../domain/schema'
import { startCloud, type Cloud } from '../cloud/index'
import { readSchema } from '../cloud/database/schema'
import { firstTime, nextTime } from './clock-rule'
import { openDiary, type DiaryFile } from './diary'
import { readTown, type Town } from './town'

/** Where a town lives and what runs it. */
export interface Places {
  dataDir: string
  /** dist/schema.json */
  schemaFile: string
  /** dist/cloudfunctions */
  functionsDir: string
}

/** A town that is being played: the product's cloud, who lives there, and the stage's own memory. */
export interface OpenTown {
  cloud: Cloud
  town: Town
  diary: DiaryFile
  close(): Promise<void>
}

/**
 * Opens the town in a data folder and sets its clock: 10:07 of today when nobody has opened it yet, else by `nextTime`.
 * @throws Error with one line that says what is wrong with the folder
 */
export async function openTown({ dataDir, schemaFile, functionsDir }: Places, realNow = Date.now()): Promise<OpenTown> {
  const town = readTown(dataDir)
  const { diary, isNew } = openDiary(dataDir)
  const schema = readSchema(readFileSync(schemaFile, 'utf8'))
  const templates = Object.fromEntries(
    Object.values(declared).map(({ id, thing, time }) => [id, { fields: [thing, time] }]),
  )
  const rules = { schema, storageRules, templates, messages: pushes }
  const cloud = await startCloud({ ...rules, dataDir, functionsDir, unindexed: 'warn' })
  const time = isNew ? firstTime(realNow, town.day) : nextTime(cloud.clock.now(), diary.read().lastAt)
  cloud.clock.set(time)
  diary.write({ lastAt: time })
  return {
    cloud,
    town,
    diary,
    async close() {
      diary.write({ lastAt: cloud.clock.now() })
      await cloud.close()
    },
  }
}
