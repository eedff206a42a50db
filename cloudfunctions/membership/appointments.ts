import type { Appointed } from '@domain/membership'
import type { calledRoles } from '@domain/role'
import { records } from '../kernel/records'

/** An invitation as stored: the whole life of a membership, from who asked for it to who ended it. */
export interface Appointment extends Omit<Appointed, 'role'> {
  role: Office
  compoundId?: string
  stationId?: string
  /** Of the subdistrict's own people: they belong to all its communities. */
  subdistrictId?: string
  byId: string
  by: string
  until: number
  code: string
  /** From when it need not be kept: when it runs out unused, when the membership is over; `never` while that lasts. */
  endsAt: number
  /** Who accepted it. */
  personId?: string
  who?: string
}

export const appointments = records<Appointment>('invitations')
export type Kept = NonNullable<Awaited<ReturnType<typeof appointments.get>>>

export type Office = (typeof calledRoles)[number]

/** The fields by which people say what somebody is. */
export const appointedAs = ({ role, post, place, office }: Appointment): Appointed => ({
  role,
  ...(post !== undefined && { post }),
  ...(place !== undefined && { place }),
  ...(office !== undefined && { office }),
})
