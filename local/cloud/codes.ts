/**
 * The platform's failure codes. On the SDK's wire a failure is a word, which the SDK turns into a number; a phone gets the number.
 * Numbers from the platform's own table (facts/cloudbase.md 9.6) and from wx-server-sdk's source.
 */
export const phoneCodes = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  EXCEED_MAX_PAYLOAD_SIZE: -501001,
  RESULT_TOO_LARGE: -604001,
  UNANSWERED: -501002,
  PERMISSION_DENIED: -502003,
  INVALID_PARAM: -501007,
  STORAGE_EXCEED_AUTHORITY: -503002,
} as const satisfies Record<string, number>

/** An error that carries the protocol's word for it. */
export type Refusal = Error & { code: string }

/** Throws an error that the gateway answers as `{ code, message }`. */
export function refuse(code: string, message: string): never {
  throw refusal(code, message)
}

/** What a transaction hears that another one has come before it. */
export function conflict(): never {
  return refuse(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others',
  )
}

/** The error that `refuse` throws, for where it must be kept or rejected with. */
export function refusal(code: string, message: string): Refusal {
  return Object.assign(new Error(message), { code })
}

/** The protocol's word of an error; a bug of the local cloud itself is `SYS_ERR`. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'SYS_ERR'
}

/** What an error says, also for what is thrown without being an Error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The number that a phone sees for a protocol word. */
export function phoneCodeOf(code: string): number {
  const known: Record<string, number> = phoneCodes
  return Object.hasOwn(known, code) ? (known[code] ?? -501001) : -501001
}

/** An error as `wx.cloud.callFunction` throws it: with `errCode`, and the function's own words in `errMsg`. */
export type PhoneError = Error & { errCode: number; errMsg: string }

/** Turns any error into what a phone would get. */
export function phoneError(error: unknown): PhoneError {
  const errCode = phoneCodeOf(codeOf(error))
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} ${codeOf(error)} | errMsg: ${messageOf(error)}`
  return Object.assign(new Error(errMsg), { errCode, errMsg })
}
