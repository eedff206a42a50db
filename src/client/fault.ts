import { Failure } from '@domain/failure'

/** What the platform says when it could not run a function, in words a person can act on. Its own words go to the log. */
export function faultOf(errCode: unknown, errMsg: unknown): Failure {
  console.error('cloud', errCode, errMsg)
  return new Failure(String(errMsg).includes('EXCEED_MAX_PAYLOAD_SIZE') ? 'TOO_BIG' : 'BROKEN')
}
