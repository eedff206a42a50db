import type * as plain from '../cloud/sdk'

export type { Query, Row } from '../cloud/sdk'

/** A condition or a change, which may be chained: `_.gt(1).and(_.lt(5))`. */
export interface Command {
  and(...others: unknown[]): Command
  or(...others: unknown[]): Command
  lt(value: unknown): Command
}

type QueryWord =
  | ('eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'nin' | 'and' | 'or' | 'nor' | 'not' | 'all' | 'elemMatch')
  | ('exists' | 'size' | 'mod' | 'expr' | 'geoNear' | 'geoWithin' | 'geoIntersects')
type UpdateWord =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename')
  | ('push' | 'pull' | 'pullAll' | 'pop' | 'shift' | 'unshift' | 'addToSet')

/** `db.command` (数据库操作符). */
export type Commands = Record<QueryWord | UpdateWord, (...values: unknown[]) => Command> & {
  aggregate: Expressions
  project: { slice(value: unknown): unknown; elemMatch(value: unknown): unknown }
}

/** `db.command.aggregate` (聚合操作符). */
export type Expressions = Record<ExpressionWord, (value: unknown) => unknown> & { pipeline(): Pipeline }

type ExpressionWord =
  | ('abs' | 'add' | 'ceil' | 'divide' | 'exp' | 'floor' | 'ln' | 'log' | 'log10' | 'mod' | 'multiply' | 'pow')
  | ('sqrt' | 'subtract' | 'trunc' | 'arrayElemAt' | 'arrayToObject' | 'concatArrays' | 'filter' | 'in')
  | ('indexOfArray' | 'isArray' | 'map' | 'range' | 'reduce' | 'reverseArray' | 'size' | 'slice' | 'zip')
  | ('and' | 'not' | 'or' | 'cmp' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'cond' | 'ifNull' | 'switch')
  | ('dateFromParts' | 'dateFromString' | 'dateToString' | 'dayOfMonth' | 'dayOfWeek' | 'dayOfYear' | 'isoDayOfWeek')
  | ('isoWeek' | 'isoWeekYear' | 'millisecond' | 'minute' | 'month' | 'second' | 'hour' | 'week' | 'year' | 'literal')
  | ('mergeObjects' | 'objectToArray' | 'allElementsTrue' | 'anyElementTrue' | 'setDifference' | 'setEquals')
  | ('setIntersection' | 'setIsSubset' | 'setUnion' | 'concat' | 'indexOfBytes' | 'indexOfCP' | 'split')
  | ('strLenBytes' | 'strLenCP' | 'strcasecmp' | 'substr' | 'substrBytes' | 'substrCP' | 'toLower' | 'toUpper')
  | ('addToSet' | 'avg' | 'first' | 'last' | 'max' | 'min' | 'push' | 'stdDevPop' | 'stdDevSamp' | 'sum' | 'let')

/** A pipeline inside a lookup (子流水线). */
export interface Pipeline {
  match(filter: unknown): Pipeline
  project(fields: unknown): Pipeline
  sort(by: unknown): Pipeline
  limit(n: number): Pipeline
  done(): unknown[]
}

/** A query before it is asked (聚合): the stages of the SDK by their names. */
export type Aggregate = Record<Stage, (value: unknown) => Aggregate> & { end(): Promise<{ list: plain.Row[] }> }

type Stage =
  | ('addFields' | 'bucket' | 'bucketAuto' | 'count' | 'facet' | 'geoNear' | 'graphLookup' | 'group' | 'limit')
  | ('lookup' | 'match' | 'project' | 'redact' | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind')

/** `db.Geo` (地理位置). */
export type Geo = Record<'Point' | 'LineString' | 'Polygon', (...values: unknown[]) => unknown>

export interface Doc extends plain.Doc {
  field(fields: plain.Row): Doc
}

export interface Collection extends Omit<plain.Collection, 'aggregate' | 'doc'> {
  doc(id: string | number): Doc
  aggregate(): Aggregate
}

export interface Transaction extends Omit<plain.Transaction, 'collection'> {
  collection(name: string): Collection
}

/** The database as these cases speak of it. */
export interface Database {
  command: Commands
  Geo: Geo
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

/** wx-server-sdk as these cases speak of it. */
export interface Sdk extends Omit<plain.Sdk, 'database' | 'init'> {
  init(options: { env: symbol | string; secretId?: string; secretKey?: string }): void
  database(options?: { throwOnNotFound: boolean }): Database
}
