import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Runs `npm run test:crash` or `npm run bench:cloud`, smaller. */
function trial(...args: string[]): { status: number | null; said: string } {
  const options = { cwd: resolve(__dirname, '../../..'), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['local/start/trial.mjs', ...args], options)
  return { status, said: stdout + stderr }
}

/** The counts of its last line. */
function countsOf(said: string): Record<string, number> {
  const counts = [...said.matchAll(/([a-z][a-z -]*) (\d+) ·/g)].map(([, name = '', count]) => [name, Number(count)])
  return Object.fromEntries(counts)
}

test('a cloud killed under load by several processes has kept every word it gave, whole', () => {
  const { status, said } = trial('crash', '--rounds', '3', '--seed', '41')
  expect([status, said]).toEqual([0, expect.stringMatching(/\nheld\n$/)])
  const counts = countsOf(said)
  expect(counts).toMatchObject({ kills: 3, lost: 0, 'half-applied': 0, 'never written': 0, misread: 0, surprises: 0 })
  expect(counts['acknowledged']).toBeGreaterThanOrEqual(3 * 3)
})

test('the same kills convict a cloud that acknowledges before it writes', () => {
  const { status, said } = trial('crash', '--rounds', '1', '--seed', '41', '--lie')
  expect([status, said]).toEqual([0, expect.stringMatching(/\nthe loss was seen\n$/)])
  expect(countsOf(said)['lost']).toBeGreaterThan(0)
})

test('the bench gets an answer at every door it knocks at', () => {
  const { status, said } = trial('bench', '--documents', '200', '--ms', '20')
  expect([status, said]).toEqual([0, expect.stringMatching(/\nopening: \d+ ms empty, \d+ ms with 200 documents\n$/)])
  expect(said.match(/^\| .* \d+ \(\d+\.\d\d\) \| \d+ \(\d+\.\d\d\) \|$/gm)).toHaveLength(8)
})
