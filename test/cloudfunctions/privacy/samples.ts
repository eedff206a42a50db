import type { Samples } from '../kernel/samples'

export const samples: Samples = {
  withdraw: { of: 'self', input: () => ({ what: 'health' }), but: ['NOT_FOUND'] },
  erase: { of: 'self', input: () => ({}), but: ['HAND_OVER_FIRST'] },
}
