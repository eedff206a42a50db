/** The platform's limits, enforced here with its codes (facts/cloudbase.md 9). Bytes unless the name says otherwise. */
export const limits = {
  /** 云函数入参: text, `EXCEED_MAX_PAYLOAD_SIZE`. */
  request: 100 * 1024,
  /** 云函数返回: what a phone may get, -604001. */
  result: 1024 * 1024,
  /** 超时: when config.json says nothing, and the most it may say. */
  timeoutMs: 3000,
  longestTimeoutMs: 60_000,
  /** In one process, for tests, calls wait for one another: there the limit only ends what hangs. */
  inProcessTimeoutMs: 20_000,
  /** How deep functions may call functions; our own limit. */
  nested: 4,
  /** A query's page when it names none, and the most it gets. */
  page: 100,
  longestPage: 1000,
  /** An index entry; MongoDB refuses longer ones. */
  indexKey: 1024,
  /** An `_id`; our own limit, so that an index entry with its id stays within lmdb's longest key. */
  id: 512,
  /** A document; MongoDB's own. */
  document: 16 * 1024 * 1024,
  /** Records and lists within one another; MongoDB's own. */
  depth: 100,
  /** A file that a phone uploads. */
  file: 10 * 1024 * 1024,
  /** 私有文件临时链接. */
  linkMs: 10 * 60_000,
  /** 事务: commit or abort within. */
  transactionMs: 30_000,
  /** 小程序码 scene: visible characters. */
  scene: 32,
  /** deleteFile and getTempFileURL: files in one request. */
  filesPerRequest: 50,
} as const
