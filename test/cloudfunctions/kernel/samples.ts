import { matterNames, matters } from '@domain/consent'
import type { Operation } from '@domain/operation'
import { hourMs } from '@domain/time'
import { a, lunch, morning, personId } from '../town'
import { nameOf } from '../../tables'
import { rosterSamples } from '../roster/samples'

type Fields = Readonly<Record<string, unknown>>

/** The record a row is tried on, as stored, and the community that the call names. */
export interface About {
  id: string
  record: Fields
  communityId: string
}

/** What a row is tried with: a valid input, so that a refusal is about who asks and not about what is asked. */
export interface Sample {
  /** The kind of thing (everything.ts) it is done to, `community` when it names one, `self` when it concerns nobody else. */
  of: string
  input: (about: About) => object
  /** The relations its function asks for, when the row does not say them. */
  own?: readonly string[]
  /** Codes of the function's own rules that somebody who may do it can meet here. */
  but?: readonly string[]
  /** Why nobody succeeds here, where somebody else tests it. */
  never?: string
}

const to = { riderId: personId('li') }
const why = '换个时间'
/** Who has it or was asked, as the desk saw it: he is named, or nothing is done behind his back. */
const from = ({ id, record, communityId }: About) => {
  const [, asked] = /"person:(\w+)"/.exec(JSON.stringify(record.openTo)) ?? []
  return { id, communityId, ...(asked && { from: asked }) }
}
const unsent = ({ id, record }: About) => {
  const riderId: unknown = record.riderId ?? Object(record.offer).riderId
  return { id, why, ...(riderId !== undefined && { riderId }) }
}
const withRev = (more: object = {}) => ({
  of: 'station',
  input: ({ id, record }: About) => ({ id, rev: record.rev, ...more }),
})
/** Everything there is to agree to, as it reads now. */
const agreed = matterNames.map(what => ({ what, version: matters[what].version }))
const card = { heading: '第一条', body: '插座不要一个接一个' }

/** One row's sample by its name. What only takes `{}`, a community or an id needs none. */
const samples: Readonly<Record<string, Sample>> = {
  ...rosterSamples,
  'errand.request': {
    of: 'household',
    own: ['family'],
    input: ({ id, communityId }) => ({ ...lunch, communityId, householdId: id, byPhone: true }),
  },
  'errand.return': { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  'errand.verify': {
    of: 'errand',
    input: ({ id, record }) => ({ id, householdId: record.householdId }),
    but: ['WRONG_STATE'],
  },
  'errand.dispatch': {
    of: 'errand',
    input: about => ({ ...from(about), to, lifted: true }),
    but: ['CALL_FIRST'],
  },
  'errand.reassign': { of: 'errand', input: about => ({ ...from(about), to, lifted: true }) },
  'errand.agree': { of: 'errand', input: about => ({ ...from(about), by: 'self' }), but: ['WRONG_STATE'] },
  'errand.decline': { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  'errand.cancel': { of: 'errand', input: unsent },
  'errand.callOff': { of: 'errand', input: unsent },
  // A newcomer's errand is the desk's alone to see.
  'errand.one': { of: 'errand', input: ({ id }) => ({ id }), but: ['FORBIDDEN'] },
  'errand.deliver': { of: 'errand', input: ({ id }) => ({ id, how: 'person' }) },
  'errand.reveal': {
    of: 'errand',
    input: ({ id, record }) => ({ id, householdId: record.householdId }),
    but: ['WRONG_STATE'],
  },
  'errand.see': { of: 'errand', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  'errand.called': {
    of: 'errand',
    input: ({ id, record }) => ({ id, notice: Object.keys(Object(record.outbox))[0] ?? 'n00000', how: 'done' }),
    but: ['WRONG_STATE'],
  },
  'errand.history': { of: 'household', input: ({ id }) => ({ householdId: id }) },
  'errand.photo': {
    of: 'errand',
    own: ['family', 'rider'],
    input: ({ id }) => ({ id }),
    but: ['NOT_FOUND'],
    never: 'needs a photo, see pictures.test.ts',
  },
  'study.write': {
    of: 'community',
    input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1`, title: '用火安全', cards: [card] }),
  },
  'study.schedule': { of: 'study', input: ({ id }) => ({ id, at: morning + 5 * hourMs }) },
  'study.shared': { of: 'study', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  'study.keep': { of: 'study', input: ({ id }) => ({ id, card: 0 }), but: ['NOT_FOUND'] },
  'study.read': { of: 'study', input: ({ id }) => ({ id }), but: ['NOT_FOUND'] },
  'station.behind': { of: 'station', input: ({ record }) => ({ code: record.code }) },
  'station.arrive': { of: 'station', input: ({ record }) => ({ code: record.code }) },
  'station.announce': { of: 'station', input: ({ record }) => ({ code: record.code }) },
  'station.close': withRev({ how: 'while' }),
  'station.reopen': withRev(),
  'station.attest': withRev(),
  'station.mend': withRev({ facility: 'water' }),
  'station.report': { of: 'station', input: ({ id }) => ({ id, facility: 'water' }) },
  'station.admit': { of: 'visit', input: ({ id }) => ({ id }) },
  'people.community': { of: 'community', input: ({ communityId }) => ({ id: communityId }) },
  'household.add': {
    of: 'community',
    input: ({ communityId }) => ({
      communityId,
      compoundId: 'k1',
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
  'household.edit': { of: 'household', input: ({ id, record }) => ({ id, rev: record.rev, alone: true }) },
  'household.regular': { of: 'household', input: ({ id, record }) => ({ id, rev: record.rev, ...to }) },
  'household.ask': {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: '123456', calls: '妈妈', consent: true, agreed }),
    but: ['WRONG_DIGITS'],
    never: 'needs a code that stands, see household/binding.test.ts',
  },
  'household.bind': { of: 'binding', input: ({ id }) => ({ id, said: 'elder' }) },
  'household.refuse': { of: 'binding', input: ({ id }) => ({ id }) },
  'household.unbind': { of: 'binding', input: ({ id }) => ({ id, said: 'elder' }) },
  'household.called': { of: 'binding', input: ({ id }) => ({ id, how: 'done' }), but: ['WRONG_STATE'] },
  'people.apply': {
    of: 'community',
    input: ({ communityId }) => ({
      communityId,
      name: '何师傅',
      trade: 'other',
      firm: '同城货运',
      phone: '13800008888',
      areas: [],
      advances: false,
      agreed: true,
    }),
    but: ['ALREADY_APPLIED'],
  },
  'people.confirmRider': {
    of: 'applicant',
    input: ({ id, record, communityId }) => ({ id, communityId, rev: record.rev, how: 'seen' }),
  },
  'people.refuseRider': {
    of: 'applicant',
    input: ({ id, record, communityId }) => ({ id, communityId, rev: record.rev, why }),
  },
  'people.free': { of: 'self', input: () => ({ free: true }) },
  'people.read': { of: 'self', input: () => ({ at: 1 }) },
  'people.subscribed': { of: 'self', input: () => ({ answers: { progress: 'accept' } }) },
  'people.phoneNumber': {
    of: 'self',
    input: () => ({ code: 'none' }),
    but: ['NO_NUMBER'],
    never: 'needs a code of WeChat’s, see introduce.test.ts',
  },
  'people.introduce': { of: 'self', input: () => ({}) },
  'people.face': {
    of: 'self',
    input: () => ({}),
    but: ['NOT_FOUND'],
    never: 'needs a file, see introduce.test.ts',
  },
  'people.takeDuty': { of: 'community', input: ({ communityId }) => ({ communityId, hours: 2 }) },
  'safety.report': { of: 'errand', input: ({ id }) => ({ of: 'errand', id, why: 'ad' }) },
  'safety.picture': {
    of: 'safety',
    input: ({ id }) => ({ id }),
    but: ['NOT_FOUND'],
    never: 'needs a picture, see pictures.test.ts',
  },
  'group.invite': { of: 'community', input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1` }) },
  'group.release': {
    of: 'community',
    input: ({ communityId }) => ({ communityId, groupId: `${communityId}-g1` }),
    but: ['NOT_FOUND'],
  },
  'group.enter': {
    of: 'self',
    input: () => ({}),
    but: ['NOT_A_GROUP'],
    never: 'needs a proof of WeChat’s, see group.test.ts',
  },
  'group.join': {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: '123456' }),
    but: ['NO_SUCH_INVITE'],
    never: 'needs a code that stands, see group.test.ts',
  },
}

/** The sample of a row: its own, or what its input asks for by itself. */
export function sampleOf(row: Operation): Sample {
  const own = samples[nameOf(row)]
  if (own) return own
  const takes = (input: object): boolean => row.input.safeParse(input).success
  if (takes({})) return { of: 'self', input: () => ({}) }
  if (takes({ communityId: a })) return { of: 'community', input: ({ communityId }) => ({ communityId }) }
  if (takes({ id: 'x' })) return { of: row.area, input: ({ id }) => ({ id }) }
  if (takes({ id: 'x', why })) return { of: row.area, input: ({ id }) => ({ id, why }) }
  throw new Error(`samples.ts: what is ${nameOf(row)} tried with?`)
}

/** Samples of rows that are gone. */
export const staleSamples = (rows: readonly Operation[]): string[] =>
  Object.keys(samples).filter(name => !rows.some(row => nameOf(row) === name))
