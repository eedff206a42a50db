import { Failure } from '@domain/failure'
import { validOn, type Certificate } from '@domain/rider/record'
import { certificateKinds } from '@domain/rider/words'
import { dayOf } from '@domain/time'

/** A paper that is over is not entered anew; one that ran out since stays until it is renewed. @throws BAD_INPUT */
export function checkPapers(
  said: readonly Certificate[] | undefined,
  standing: readonly Certificate[] | undefined,
  now: number,
): void {
  const isKept = ({ kind, until }: Certificate) => standing?.some(one => one.kind === kind && one.until === until)
  const over = said?.find(one => !validOn(one, dayOf(now)) && !isKept(one))
  if (over) throw new Failure('BAD_INPUT', { field: 'certificates', why: `${certificateKinds[over.kind]}已经过期` })
}
