import { errand } from '@domain/errand'
import { minuteMs, momentOf } from '@domain/time'
import { a, lunch, personId, type Town } from '../town'

const at = (clock: string) => momentOf('2026-11-24', clock)
const slot = (clock: string) => ({ from: at(clock), until: at(clock) + 30 * minuteMs })
const ride = { place: '第一中学', leg: 'there', back: slot('11:30') } as const

/** To an examination tomorrow morning, and home again. */
export const byCar = {
  ...lunch,
  kind: 'ride',
  what: '送考生',
  when: slot('07:30'),
  money: { how: 'none' },
  ride,
} as const

/** A ride for tomorrow, its driver 张师傅 and, unless said otherwise, 李师傅 who stands by. @returns its id */
export async function rideFor({ as }: Town, { backup = true } = {}): Promise<string> {
  const { id } = await as('daughter')(errand.request, byCar)
  await as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await as('zhang')(errand.accept, { id })
  if (backup) {
    await as('desk')(errand.nameBackup, { id, communityId: a, riderId: personId('li') })
    await as('li')(errand.standBy, { id })
  }
  return id
}
