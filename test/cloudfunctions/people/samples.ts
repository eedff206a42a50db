import type { Samples } from '../kernel/samples'

export const samples: Samples = {
  community: { of: 'community', input: ({ communityId }) => ({ id: communityId }) },
  free: { of: 'self', input: () => ({ free: true }) },
  read: { of: 'self', input: () => ({ at: 1 }) },
  subscribed: { of: 'self', input: () => ({ answers: { progress: 'accept' } }) },
  phoneNumber: {
    of: 'self',
    input: () => ({ code: 'none' }),
    but: ['NO_NUMBER'],
    never: 'needs a code of WeChat’s, see introduce.test.ts',
  },
  introduce: { of: 'self', input: () => ({}) },
  face: {
    of: 'self',
    input: () => ({}),
    but: ['NOT_FOUND'],
    never: 'needs a file, see introduce.test.ts',
  },
  takeDuty: { of: 'community', input: ({ communityId }) => ({ communityId, hours: 2 }) },
}
