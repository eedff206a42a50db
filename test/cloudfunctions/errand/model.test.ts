import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(__dirname, '../../..')
const run = promisify(execFile)

/** `npm run test:deep`, smaller. */
async function deep(...args: string[]): Promise<{ status: number; said: string }> {
  const all = ['config/deep.mjs', '--workers', '1', ...args]
  return run(process.execPath, all, { cwd: root }).then(
    ({ stdout, stderr }) => ({ status: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ status: Number(code), said: `${stdout}${stderr}` }),
  )
}

test('whatever people do to errands in whatever order, also two at once, what comes of it is what was agreed', async () => {
  const { status, said } = await deep('--stories', '60', '--seed', '29', '--races', '60')
  expect([status, said]).toEqual([
    0,
    expect.stringMatching(/\n60 stories in .*\n\d+ pairs raced in \d+ orders, .* 0 violations\nheld\n$/),
  ])
}, 120_000)

/** In test/model/bugs.mjs. */
const bugs = [
  'an acceptance forgets to ask for the state',
  'handing back keeps the place in the hand',
  'a tap that is sent again is carried out again',
  'who loses an errand to another is not told',
  'a guess at the digits is counted only when it was right',
]

test.each(bugs)(
  'the stories notice when %s',
  async bug => {
    const { status, said } = await deep('--bug', bug, '--stories', '400', '--seed', '2', '--first')
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/(^|\n)wrong at story \d+: .*\n(  .+\n)+again: .*\n[^]*broken\n$/),
    ])
    console.log(`${bug}: ${/at story \d+/.exec(said)?.[0] ?? ''}`)
  },
  120_000,
)

test('what went wrong is told in a few sentences, and can be played again', async () => {
  const bug = ['--bug', 'an old tap may be answered to somebody else']
  const { said } = await deep(...bug, '--stories', '400', '--seed', '1')
  const [, told = '', again = ''] =
    /\nwrong at story \d+: .*\n((?:  .+\n)+)again: npm run test:deep -- (.*)\n/.exec(said) ?? []
  expect(told.trim().split('\n').length).toBeLessThan(7)
  const { said: oncemore } = await deep(...bug, ...again.split(' '))
  expect(oncemore).toContain(told)
}, 120_000)
