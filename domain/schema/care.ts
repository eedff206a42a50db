import { halfAYear, type Collections } from './rule'

/** 照看. */
export const care = {
  cares: {
    // How somebody was is kept no longer than it takes to ask after it; a note stays as long as riders read it.
    keeps: { days: halfAYear, after: 'endsAt', files: ['photo'] },
    indexes: [
      { name: 'byQueue', keys: { communityId: 1, state: 1, at: 1 } },
      { name: 'byHousehold', keys: { householdId: 1, state: 1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byEnd', keys: { endsAt: 1 } },
    ],
  },
} as const satisfies Collections
