import { invitationStates, membership } from '@domain/membership'
import { a, person, personId, type Town } from '../town'
import { agreed, type About, type Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

/** A community as it is written down already. */
const settings = ({ record }: About) => {
  const { name, phone, compounds, groups } = record
  return { name, phone, compounds, grids: [], groups }
}
const official = 'housing'

export const samples: Samples = {
  // A department is called in by the desk and by the subdistrict, not by a clerk.
  invite: {
    of: 'community',
    compoundId: 'whole',
    by: ['dispatcher', 'subdistrict'],
    input: ({ communityId }) => ({ communityId, role: 'department', office: '住建办' }),
  },
  // A clerk is taken back by the desk and by who keeps that shop himself.
  takeBack: {
    of: 'membership',
    compoundId: 'whole',
    by: ['dispatcher', 'keeper'],
    input: ({ id }) => ({ id }),
  },
  find: {
    of: 'self',
    input: () => ({ code: '12345678' }),
    but: ['NO_SUCH_INVITE'],
    never: 'needs a code that was read out, see invite.test.ts',
  },
  accept: { of: 'membership', input: ({ id }) => ({ id, name: '周师傅', agreed }) },
  end: {
    of: 'community',
    compoundId: 'whole',
    by: ['dispatcher', 'subdistrict'],
    input: ({ communityId }) => ({ communityId, personId: personId(official), role: 'department' }),
    but: ['NOT_FOUND'],
  },
  addCommunity: {
    of: 'community',
    input: about => ({ communityId: about.communityId, ...settings(about), compounds: [bare], groups: [] }),
  },
  changeCommunity: {
    of: 'community',
    input: about => ({ communityId: about.communityId, rev: about.record.rev, ...settings(about) }),
  },
  automate: {
    of: 'community',
    input: ({ communityId, record }) => ({ communityId, rev: record.rev, auto: true }),
  },
  letHelp: {
    of: 'community',
    input: ({ communityId, record }) => ({ communityId, rev: record.rev, helps: false }),
  },
  appoint: { of: 'self', input: () => ({ subdistrict: '邻溪镇', community: '金星社区' }) },
}

const bare = { name: '新小区', buildings: ['1号楼'], hasLift: true }

/** An invitation into the shop in every state, and somebody of a department. */
export async function things(town: Town): Promise<Thing[]> {
  await town.put('people', person(official, '丁科长', [{ communityId: a, role: 'department', office: '住建办' }]))
  const made: Thing[] = []
  for (const state of invitationStates) {
    const shop = { communityId: a, role: 'keeper' as const, stationId: 's1' }
    const { id } = await town.as('desk')(membership.invite, shop)
    const used = { personId: personId(official), who: '丁科长' }
    await town.set('invitations', id, { state, ...(state === 'accepted' && used) })
    made.push({
      kind: 'membership',
      collection: 'invitations',
      id,
      state,
      belongs: { keeper: ['keeper', 'moved-away'] },
    })
  }
  return made
}
