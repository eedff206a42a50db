// npm run test:conformance: what wx-server-sdk does, case by case, against the local cloud. `-- --real` asks the same of the CloudBase
// environment that the variables below name (its collections: npm run schema:apply -- --conformance); `-- --record` writes the SDK's requests
// anew into requests.json, which the wire test compares with.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const needed = ['CLOUDBASE_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']

/** Runs one test file and answers jest's own report of it. */
function jest(file, variables) {
  const report = join(root, '.cache', `jest-conformance-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['--config', 'config/jest.config.cjs', '--json', `--outputFile=${report}`, '--maxWorkers=1', file]
  // Outside of a function the SDK keeps the process alive long after its last request.
  if (variables.CONFORMANCE === 'real') args.push('--forceExit')
  spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: 'ignore',
  })
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } finally {
    rmSync(report, { force: true })
  }
}

/**
 * A line for each source of expectations, with what kept and what broke them. A broken guess (unverified) is news about the real cloud; a broken
 * expectation of any other source is a bug, there or here.
 */
export function summary({ testResults }) {
  const sources = {}
  for (const { title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const source = /\(([^()]*)\)$/.exec(title)?.[1] ?? 'no source'
    const counts = (sources[source] ??= { kept: 0, broken: [] })
    if (status === 'passed') counts.kept++
    else counts.broken.push(title)
  }
  return Object.entries(sources).flatMap(([source, { kept, broken }]) => [
    `${source}: ${kept} kept, ${broken.length} broken`,
    ...broken.map(title => `  ${source === 'unverified' ? 'guessed wrong' : 'broken'}: ${title}`),
  ])
}

function run([option, ...more]) {
  if (more.length > 0 || ![undefined, '--real', '--record'].includes(option))
    return say('test:conformance takes nothing, --real or --record', 1)
  const missing = option === '--real' ? needed.filter(name => !process.env[name]) : []
  if (missing.length > 0)
    return say(`--real needs ${missing.join(', ')}: the environment and keys of a test environment`, 1)
  if (option === '--record') {
    const { success } = jest('test/local/conformance/wire.test.ts', { CONFORMANCE: 'record' })
    const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs')
    spawnSync(process.execPath, [prettier, '--write', 'test/local/conformance/wire/requests.json'], { cwd: root })
    return say(
      success ? 'requests.json is written anew: read what changed before you commit it' : 'nothing recorded',
      success ? 0 : 1,
    )
  }
  const report = jest('test/local/conformance/conformance.test.ts', {
    CONFORMANCE: option === '--real' ? 'real' : 'local',
  })
  if (option === '--real')
    console.log('left out, since they need deployed functions or a mini-program: functions, context, openapi')
  for (const line of summary(report)) console.log(line)
  for (const { message } of report.testResults) if (message) console.log(message)
  return say(`${report.numPassedTests} passed, ${report.numFailedTests} failed`, report.success ? 0 : 1)
}

function say(line, code) {
  console.log(line)
  process.exitCode = code
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2))
