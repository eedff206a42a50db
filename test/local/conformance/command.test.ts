import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { familiesFor } from './families'

const command = resolve(__dirname, '../../../config/conformance.mjs')

/** Runs node with these variables of Tencent's and no others. */
function run(args: string[], keys: Record<string, string> = {}): { status: number | null; stdout: string } {
  const none = { CLOUDBASE_ENV: '', TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' }
  return spawnSync(process.execPath, args, { env: { ...process.env, ...none, ...keys }, encoding: 'utf8' })
}

test.each([
  [
    'a real run without keys',
    ['--real'],
    { CLOUDBASE_ENV: 'x' },
    'needs TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY',
  ],
  ['an option that is none', ['--reel'], {}, 'takes nothing, --real or --record'],
])('%s is refused in one line', (_what, options, keys, words) => {
  const { status, stdout } = run([command, ...options], keys)
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^[^\n]+\n$/)])
  expect(stdout).toContain(words)
})

test('a run says of each source what it kept, and which guesses were wrong', () => {
  const results = { 'a (official)': 'passed', 'b (unverified)': 'failed', "c (MongoDB's manual)": 'failed' }
  const assertionResults = Object.entries(results).map(([title, status]) => ({ title, status }))
  const script = `import { summary } from ${JSON.stringify(command)}
    console.log(summary(${JSON.stringify({ testResults: [{ assertionResults }] })}).join('\\n'))`
  expect(run(['--input-type=module', '-e', script]).stdout.trim().split('\n')).toEqual([
    'official: 1 kept, 0 broken',
    'unverified: 0 kept, 1 broken',
    '  guessed wrong: b (unverified)',
    "MongoDB's manual: 0 kept, 1 broken",
    "  broken: c (MongoDB's manual)",
  ])
})

test('every name stands once in its family', () => {
  const cases = familiesFor(true).map(family => family.cases.map(({ name }) => name))
  expect(cases.filter(names => new Set(names).size !== names.length)).toEqual([])
})

test('a real environment is not asked for functions, callers or WeChat', () => {
  const left = familiesFor(false).filter(({ name }) => !familiesFor(true).some(family => family.name === name))
  expect(left.map(({ name }) => name)).toEqual(['functions', 'context', 'openapi'])
})
