// npm run bench:client: how heavy the phone's half is, beside an empty Taro app and a list written by hand. Keeps the table in
// docs/bench-client.md, which test/weapp/bench.test.ts holds against what is built.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unlessDone } from '../local/start/inputs.mjs'
import bench from './bench/table.cjs'
import { buildWeapp } from '../local/start/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const document = join(root, 'docs/bench-client.md')

/** The empty app, by the Taro that builds ours. */
function buildEmpty() {
  const inputs = ['test/fixtures/empty-app']
  return unlessDone(root, { name: 'empty-app', inputs, outputs: ['.cache/bench/empty/app.json'] }, () => {
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
      {
        cwd: join(root, 'test/fixtures/empty-app'),
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    if (status !== 0) throw new Error('the empty app could not be built')
  })
}

await buildWeapp(root)
await buildEmpty()
const measured = [...(await bench.ours(root)), ...bench.empty(root), ...(await bench.byHand(root))]
writeFileSync(document, bench.kept(readFileSync(document, 'utf8'), measured))

// What a screen and a task cost is measured where it is tested, on the phones of test/weapp.
const jest = join(root, 'node_modules/jest/bin/jest.js')
const weapp = ['--config', 'config/jest.config.cjs', '--selectProjects=weapp', '--runInBand']
const { status } = spawnSync(process.execPath, [jest, ...weapp, 'test/weapp/(meter|tasks)'], {
  cwd: root,
  env: { ...process.env, XINLIN_KEEP: '1' },
  stdio: 'inherit',
})
console.log(bench.tableOf(bench.rowsIn(readFileSync(document, 'utf8'))))
process.exitCode = status ?? 1
