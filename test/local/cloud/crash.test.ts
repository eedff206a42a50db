import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** A few kills of `npm run test:crash`; returns its last count and how it ended. */
function crash(...args: string[]): { status: number | null; counts: Record<string, number>; said: string } {
  const root = resolve(__dirname, '../../..')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['local/start/crash.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  const counts = [...stdout.matchAll(/([a-z][a-z -]*) (\d+) ·/g)].map(([, name = '', count]) => [name, Number(count)])
  return { status, counts: Object.fromEntries(counts), said: stdout + stderr }
}

test('a cloud killed under load by several processes has kept every word it gave, whole', () => {
  const { status, counts, said } = crash('--rounds', '4', '--seed', '41')
  expect([status, said]).toEqual([0, expect.stringMatching(/\nheld\n$/)])
  expect(counts).toMatchObject({ kills: 4, lost: 0, 'half-applied': 0, 'never written': 0, misread: 0, surprises: 0 })
  expect(counts['acknowledged']).toBeGreaterThanOrEqual(4 * 3)
}, 60_000)

test('the same kills convict a cloud that acknowledges before it writes', () => {
  const { status, counts, said } = crash('--rounds', '1', '--seed', '41', '--lie')
  expect([status, said]).toEqual([0, expect.stringMatching(/\nthe loss was seen\n$/)])
  expect(counts['lost']).toBeGreaterThan(0)
}, 60_000)
