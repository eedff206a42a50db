import type { Sample, Samples } from '../kernel/samples'

const oneOf = (of: string, more: object = {}): Sample => ({
  of,
  input: ({ id, communityId }) => ({ communityId, id, ...more }),
})
const withRev = (of: string, values: object): Sample => ({
  of,
  input: ({ id, communityId, record }) => ({ communityId, id, rev: record.rev, values }),
})
/** A list that was dropped is not there any more. */
const ofList = (more: object = {}): Sample => ({ ...oneOf('list', more), but: ['NOT_FOUND'] })
const bodies = { left: 'firm', right: 'community' }

/** What each row of the roster is tried with. */
export const samples: Samples = {
  one: oneOf('worker'),
  reveal: oneOf('worker'),
  correct: withRev('worker', { grid: '第三网格' }),
  leave: oneOf('worker'),
  comeBack: oneOf('worker'),
  firm: oneOf('firm'),
  correctFirm: withRev('firm', { contact: '何站长' }),
  openList: {
    of: 'community',
    input: ({ communityId }) => ({
      communityId,
      fileId: 'cloud://xinlin/sheet/none.xlsx',
      file: '名单.xlsx',
      body: 'firm',
    }),
    but: ['NO_SHEET'],
    never: 'needs a file, see import.test.ts',
  },
  listOne: oneOf('list'),
  sort: ofList({ sheet: 0, headRow: 0, columns: ['name', 'phone'] }),
  rows: ofList({ kind: 'new', part: 0 }),
  decide: ofList({ decision: 'ours' }),
  confirm: ofList(),
  drop: ofList(),
  reconcile: { of: 'community', input: ({ communityId }) => ({ communityId, ...bodies }) },
  differences: oneOf('reconciliation', { settled: false }),
  settle: oneOf('difference', { choice: 'here' }),
  sign: oneOf('reconciliation'),
  meet: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: 'none' }),
    but: ['NO_NUMBER'],
    never: 'needs a code of WeChat’s, see mine.test.ts',
  },
  answer: {
    ...oneOf('worker', { what: 'right' }),
    but: ['FORBIDDEN'],
    never: 'needs the person’s own number, see mine.test.ts',
  },
  export: { of: 'community', input: ({ communityId }) => ({ communityId, phones: false }) },
}

export { things } from './things'
