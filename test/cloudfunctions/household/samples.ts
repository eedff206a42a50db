import { bindingStates } from '@domain/household/binding'
import { hourMs } from '@domain/time'
import { a, fatherHousehold, personId, type Town } from '../town'
import { agreed, type About, type Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

/** The first compound of a community. */
const compoundOf = ({ compounds }: About['record']): unknown => Object(Object(compounds)[0]).id

export const samples: Samples = {
  add: {
    of: 'community',
    input: ({ communityId, record }) => ({
      communityId,
      compoundId: compoundOf(record),
      building: '1号楼',
      unit: '1',
      door: '301',
      floor: 3,
      hasLift: true,
      elder: '钱爷爷',
      calls: '爷爷',
      myName: '钱女士',
      alone: false,
      phones: [{ number: '13800009999', whose: '孙女' }],
      consent: 'inPerson',
      agreed,
    }),
  },
  edit: { of: 'household', input: ({ id, record }) => ({ id, rev: record.rev, alone: true }) },
  regular: { of: 'household', input: ({ id, record }) => ({ id, rev: record.rev, riderId: personId('li') }) },
  // What others ask of a household must find it again.
  remove: { of: 'unused household', input: ({ id }) => ({ id, why: 'moved' }) },
  substitute: {
    of: 'household',
    input: ({ id }) => ({ id, riderId: personId('li'), on: ['2026-11-26'] }),
  },
  substitutes: { of: 'household', input: ({ id }) => ({ id }) },
  unsubstitute: { of: 'household', input: ({ id }) => ({ id, on: '2026-11-25' }) },
  ask: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: '123456', calls: '妈妈', consent: true, agreed }),
    but: ['WRONG_DIGITS'],
    never: 'needs a code that stands, see household/binding.test.ts',
  },
  bind: { of: 'binding', input: ({ id }) => ({ id, said: 'elder' }) },
  refuse: { of: 'binding', input: ({ id }) => ({ id }) },
  unbind: { of: 'binding', input: ({ id }) => ({ id, said: 'elder' }) },
  called: { of: 'binding', input: ({ id }) => ({ id, how: 'done' }), but: ['WRONG_STATE'] },
}

/** Who asks or was parted is somebody else than who is bound. */
const isCousins = (state: string): boolean => ['asked', 'ended'].includes(state)

/** Who is bound, asks to be, or was: of the father's household, in every state. */
async function bindings(town: Town): Promise<Thing[]> {
  const now = town.cloud.clock.now()
  const binding = (state: string) => ({
    _id: `binding-${state}`,
    communityId: a,
    householdId: 'h-father',
    elder: '王大爷',
    relativeId: personId(isCousins(state) ? 'a-cousin' : 'daughter'),
    name: '王先生',
    calls: '爸爸',
    askedAt: now,
    until: now + 24 * hourMs,
    compoundId: 'k1',
    inboxOf: ['household:h-father'],
    callsOpen: state === 'asked' ? 1 : 0,
    ...(state === 'asked' && { call: { say: 'ask', at: now } }),
    state,
    rev: 'r0',
    touchedAt: 0,
    timeline: [],
    outbox: {},
  })
  await town.put('bindings', ...bindingStates.map(binding))
  return bindingStates.map(state => ({
    kind: 'binding',
    collection: 'bindings',
    id: `binding-${state}`,
    state,
    belongs: { family: ['daughter', 'moved-away'], ...(!isCousins(state) && { relative: ['daughter'] }) },
  }))
}

/** The father's, and one that the community has not telephoned yet. */
export async function things(town: Town): Promise<Thing[]> {
  const { verifiedAt: _none, ...unverified } = fatherHousehold
  const phones = [{ number: '13900000002', whose: '侄女' }]
  await town.put('households', {
    ...unverified,
    _id: 'h-new',
    householdId: 'h-new',
    elder: '赵奶奶',
    door: '101',
    phones,
  })
  await town.put('households', { ...fatherHousehold, _id: 'h-unused', householdId: 'h-unused', elder: '周爷爷' })
  const carrying = ['zhang', 'li']
  return [
    ...(await bindings(town)),
    {
      kind: 'household',
      collection: 'households',
      id: 'h-father',
      belongs: { family: ['daughter', 'moved-away'], carrying },
    },
    { kind: 'unused household', collection: 'households', id: 'h-unused', belongs: {} },
  ]
}
