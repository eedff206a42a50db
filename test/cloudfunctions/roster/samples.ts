import type { Sample } from '../kernel/samples'

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
export const rosterSamples: Readonly<Record<string, Sample>> = {
  'roster.one': oneOf('worker'),
  'roster.reveal': oneOf('worker'),
  'roster.correct': withRev('worker', { grid: '第三网格' }),
  'roster.leave': oneOf('worker'),
  'roster.comeBack': oneOf('worker'),
  'roster.firm': oneOf('firm'),
  'roster.correctFirm': withRev('firm', { contact: '何站长' }),
  'roster.openList': {
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
  'roster.listOne': oneOf('list'),
  'roster.sort': ofList({ sheet: 0, headRow: 0, columns: ['name', 'phone'] }),
  'roster.rows': ofList({ kind: 'new', part: 0 }),
  'roster.decide': ofList({ decision: 'ours' }),
  'roster.confirm': ofList(),
  'roster.drop': ofList(),
  'roster.reconcile': { of: 'community', input: ({ communityId }) => ({ communityId, ...bodies }) },
  'roster.differences': oneOf('reconciliation', { settled: false }),
  'roster.settle': oneOf('difference', { choice: 'here' }),
  'roster.sign': oneOf('reconciliation'),
  'roster.meet': {
    of: 'community',
    input: ({ communityId }) => ({ communityId, code: 'none' }),
    but: ['NO_NUMBER'],
    never: 'needs a code of WeChat’s, see mine.test.ts',
  },
  'roster.answer': {
    ...oneOf('worker', { what: 'right' }),
    but: ['FORBIDDEN'],
    never: 'needs the person’s own number, see mine.test.ts',
  },
  'roster.export': { of: 'community', input: ({ communityId }) => ({ communityId, phones: false }) },
}
