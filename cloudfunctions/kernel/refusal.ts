import { Failure, type FailureDetail } from '@domain/failure'
import { Refused } from './records'

/** What a person is told of it: a write that came too late says who has it; a bug is nobody's fault. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof Refused) return new Failure('WRONG_STATE', whoHas(error.record))
  return new Failure('BROKEN')
}

function whoHas(record: Readonly<Record<string, unknown>>): FailureDetail {
  return typeof record.riderName === 'string' ? { who: record.riderName } : {}
}
