import { rider } from '@domain/rider'
import { why, type About, type Sample, type Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'
import { a, application, person, personId, type Town } from '../town'

const one = (of: string, more: (about: About) => object = () => ({})): Sample => ({
  of,
  input: about => ({ communityId: about.communityId, id: about.id, ...more(about) }),
})
const withReason = ({ record }: About) => ({ rev: record.rev, why })

export const samples: Samples = {
  apply: {
    of: 'community',
    input: ({ communityId }) => ({ ...application, communityId, areas: [] }),
    but: ['ALREADY_APPLIED'],
  },
  amend: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, name: '张师傅', trade: 'courier', firm: '顺风', phone: '13811112222' }),
  },
  edit: { of: 'self', input: () => ({ advances: false }) },
  badge: { of: 'self', input: () => ({ printed: true }) },
  check: { of: 'self', input: () => ({ code: '0123456789abcdef0123' }) },
  mine: { of: 'self', input: () => ({}) },
  one: one('rider'),
  reveal: one('rider'),
  confirm: one('applicant', ({ record }) => ({ rev: record.rev, how: 'seen' })),
  refuse: one('applicant', withReason),
  letGo: one('rider', withReason),
}

/** He has nothing in hand. */
const idle = { trade: 'courier', firm: '小河快递', areas: [], phone: '13811110002' }

/** Who has applied and waits, and a rider of community a. */
export async function things(town: Town): Promise<Thing[]> {
  await town.as('wu')(rider.apply, { ...application, communityId: a, name: '吴师傅', phone: '13811110001' })
  await town.put('people', person('idle', '余师傅', [{ communityId: a, role: 'rider' }], idle))
  return [
    { kind: 'applicant', collection: 'people', id: personId('wu'), belongs: {} },
    { kind: 'rider', collection: 'people', id: personId('idle'), belongs: {} },
  ]
}
