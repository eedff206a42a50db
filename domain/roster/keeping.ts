import { area, moved, OnlyId, type Table } from '../operation'

/** What the cloud does within the rows of `roster`: nobody calls these. */
export const keeping = area('roster', {
  /** A worker whom a list brings. */
  enter: { by: ['dispatcher'], moves: { from: [], to: 'listed' }, input: OnlyId, output: moved },
  /** What a list says of one who is there. */
  add: { by: ['dispatcher'], changes: true, input: OnlyId, output: moved },
  /** Everything of a list is in. */
  finish: { by: ['dispatcher'], moves: { from: ['applying'], to: 'applied' }, input: OnlyId, output: moved },
  /** A difference that was found. */
  find: { by: ['dispatcher'], moves: { from: [], to: 'open' }, input: OnlyId, output: moved },
  /** What the person says of himself. */
  agree: {
    by: ['guest'],
    moves: { from: ['listed', 'denied', 'left', 'confirmed'], to: 'confirmed' },
    input: OnlyId,
    output: moved,
  },
  deny: { by: ['guest'], moves: { from: ['listed', 'confirmed'], to: 'denied' }, input: OnlyId, output: moved },
} satisfies Table)
