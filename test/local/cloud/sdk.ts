/** What these tests use of wx-server-sdk, typed as it behaves: its own types describe the callback form of older versions. */
export interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol }): void
  database(options?: { throwOnNotFound: boolean }): Database
  getWXContext(): Record<string, string | undefined>
  callFunction(options: { name: string; data?: unknown }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { fileID: string; tempFileURL: string; status: number }[] }>
  getOpenData(options: { list: string[] }): Promise<{ list: unknown[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  openapi: Record<string, Record<string, (parameters: unknown) => Promise<Record<string, unknown>>>>
}

export type Row = Record<string, unknown>

export interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  command: Record<string, (...values: unknown[]) => unknown> & {
    aggregate: Record<string, (...values: unknown[]) => unknown>
  }
  serverDate(options?: { offset: number }): unknown
  Geo: Record<
    'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    new (...parts: unknown[]) => unknown
  >
  RegExp(options: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

export interface Query {
  where(filter: Row): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(n: number): Query
  limit(n: number): Query
  field(fields: Row): Query
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Row; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Collection extends Query {
  add(options: { data: Row | Row[] }): Promise<{ _id?: string; _ids?: string[] }>
  doc(id: string | number): Doc
  aggregate(): Aggregate
}

export interface Doc {
  get(): Promise<{ data: Row | null }>
  set(options: { data: Row }): Promise<{ _id?: string; stats: { created: number; updated: number } }>
  update(options: { data: Row }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Aggregate {
  match(filter: Row): Aggregate
  group(by: Row): Aggregate
  project(fields: Row): Aggregate
  addFields(fields: Row): Aggregate
  sort(by: Row): Aggregate
  limit(n: number): Aggregate
  skip(n: number): Aggregate
  unwind(path: string): Aggregate
  lookup(options: Row): Aggregate
  geoNear(options: Row): Aggregate
  sortByCount(expression: string): Aggregate
  count(name: string): Aggregate
  sample(options: { size: number }): Aggregate
  bucket(options: Row): Aggregate
  end(): Promise<{ list: Row[] }>
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
