// npm test: everything, from a bare checkout: installs, builds what changed, then types, lint, format, every jest project and, last and
// alone, the journeys in a real browser. `npm test -- unit` leaves the browser out; `npm test -- journeys` runs it alone.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installation } from '../local/start/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv[2] ?? 'all'
const counts = { passed: 0, failed: 0 }

/** Runs one check that passes or fails as a whole; what it says is shown when it has ended. */
async function check(name, [script, ...args]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => said.push(bytes))
  const [status] = await once(child, 'close')
  process.stdout.write(Buffer.concat(said))
  tell(name, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 })
}

/** What reads the sources alone. */
async function checkSources() {
  await check('types', ['typescript/bin/tsc', '--noEmit', '-p', '.'])
  await check('lint', ['oxlint/bin/oxlint', '--quiet'])
  await check('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
}

/** Runs jest projects and adds up what they counted; a run that counted nothing has failed. */
function jest(name, args) {
  const report = join(root, '.cache', `jest-${name}.json`)
  rmSync(report, { force: true })
  mkdirSync(join(root, '.cache'), { recursive: true })
  const run = ['--config', 'config/jest.config.cjs', '--json', `--outputFile=${report}`, ...args]
  spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...run], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { skipped, ...counted } = readReport(report)
  tell(name, counted)
  for (const test of skipped) console.log(`skip ${test} (on ${process.platform} ${process.arch})`)
}

/** Only what needs another kind of machine is skipped, and never in silence. */
const skippedIn = results =>
  results.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
  )

function readReport(report) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites + (numTotalTests === 0 ? 1 : 0),
      skipped: skippedIn(testResults),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}

function tell(name, { passed, failed }) {
  counts.passed += passed
  counts.failed += failed
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed · ${Math.round(process.uptime())} s`,
  )
}

const { needed, install } = installation(root)
if (needed) {
  console.log('npm ci …')
  await install()
}
const { buildEverything } = await import('./everything.mjs')
// Neither waits for the other: a build has moments in which one core is idle.
await Promise.all([buildEverything(root), ...(wanted === 'journeys' ? [] : [checkSources()])])

if (wanted !== 'journeys') {
  jest('jest', ['--selectProjects', 'domain', 'cloudfunctions', 'local', 'src', 'wechat', 'weapp', '--maxWorkers=2'])
}
if (wanted !== 'unit') jest('journeys', ['--selectProjects', 'journeys', '--maxWorkers=2'])

console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1
