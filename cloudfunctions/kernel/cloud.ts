import type { CollectionName } from '@domain/schema'
import * as cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

const database = cloud.database({ throwOnNotFound: false } as object)

/** The query and update operators. What a person typed is passed as a value; only the cloud's own code names an operator. */
export const _ = database.command

/** What of a query the product uses; never `skip`. */
export interface Query {
  where(condition: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(most: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Collection extends Query {
  doc(id: string): { get(): Promise<{ data: unknown }> }
  add(record: { data: object }): Promise<unknown>
}

/** A collection by its name in the schema; the SDK's own types answer `Promise | void | string`, so they end here. */
export function collectionOf(name: CollectionName): Collection {
  return database.collection(name) as unknown as Collection
}

/** A join by stages of its own; `let` names fields of the row beside which it stands. */
export interface Join {
  from: CollectionName
  let?: Record<string, string>
  pipeline: object[]
  as: string
}

/** What of an aggregation (聚合) the product uses: questions that go together. */
export interface Stages {
  match(condition: object): Stages
  sort(order: Record<string, number>): Stages
  limit(most: number): Stages
  project(fields: Record<string, number>): Stages
  count(as: string): Stages
  lookup(join: Join): Stages
  end(): Promise<{ list: unknown[] }>
  done(): object[]
}

export const aggregateOf = (name: CollectionName): Stages =>
  (database.collection(name) as unknown as { aggregate(): Stages }).aggregate()

interface Expressions {
  pipeline(): Stages
  eq(values: readonly string[]): unknown
  and(conditions: readonly unknown[]): unknown
}

/** Expressions over the fields of a document. */
export const expression = _.aggregate as unknown as Expressions

/** A condition of a join: all of these expressions. */
export const whereEqual = (conditions: readonly unknown[]): object =>
  (_ as unknown as { expr(expression: unknown): object }).expr(expression.and(conditions))

/** The stages of a join. */
export const pipelineOf = (): Stages => expression.pipeline()

export { cloud }

/** Who calls, as the platform says: never from the event. */
export function caller(): { openid: string | undefined; isTimer: boolean; isPhone: boolean } {
  const { OPENID, SOURCE } = cloud.getWXContext()
  const isPhone = SOURCE?.startsWith('wx_client') ?? true
  return { openid: OPENID || undefined, isTimer: SOURCE === 'wx_trigger' && !OPENID, isPhone }
}

/** The mini-program's own id, as the platform says. */
export const appId = (): string | undefined => cloud.getWXContext().APPID

/** True for the error of a unique index or a repeated `_id` (-502001 or -502012 at Tencent, with E11000 in its text). */
export function isDuplicate(error: unknown): boolean {
  return String((error as { errMsg?: string }).errMsg ?? error).includes('E11000')
}

/** Links to private files that live ten minutes, by file; at most 50 in one request. */
export async function temporaryUrls(fileIds: string[]): Promise<Map<string, string>> {
  const asked = fileIds.slice(0, 50)
  const { fileList } = (await cloud.getTempFileURL({ fileList: asked })) as { fileList: { tempFileURL: string }[] }
  return new Map(asked.map((fileId, i) => [fileId, fileList[i]?.tempFileURL ?? '']))
}

/** A link to one private file; '' when there is no such file. */
export async function temporaryUrl(fileId: string): Promise<string> {
  return (await temporaryUrls([fileId])).get(fileId) ?? ''
}

/** What a file holds. @throws Error when there is none */
export async function fileOf(fileID: string): Promise<Buffer> {
  const { fileContent } = (await cloud.downloadFile({ fileID })) as { fileContent: Buffer }
  return fileContent
}

/** Puts a file where no phone may put one, over what was there. @returns its fileID */
export async function keepFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent })) as { fileID: string }
  return fileID
}

/** Removes files for good; those that are gone already are no failure. At most 50 in one request. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += 50)
    await cloud.deleteFile({ fileList: fileIds.slice(from, from + 50) })
}

/** The code that opens a page of ours with this scene, as a PNG; permanent, any number of them. */
export async function qrCode(scene: string, page: string): Promise<Buffer> {
  const { buffer } = (await cloud.openapi.wxacode.getUnlimited({
    scene,
    page,
    checkPath: false,
    width: 430,
  })) as { buffer: Buffer }
  return buffer
}
