import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildApp, buildFunctions, buildLocal, buildSeed } from '../local/start/build.mjs'
import { unlessDone } from '../local/start/inputs.mjs'

/** The mini-program for WeChat, as it is uploaded. Answers `reused` when nothing had changed. */
export function buildWeapp(root) {
  const inputs = ['src', 'domain', 'config', 'babel.config.js', 'package.json', 'tsconfig.json', 'project.config.json']
  return unlessDone(root, { name: 'weapp', inputs, outputs: ['dist/weapp/app.json'] }, () => {
    const env = { ...process.env, NODE_ENV: 'production' }
    const taro = join(root, 'node_modules/@tarojs/cli/bin/taro')
    const { status } = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('the build for WeChat failed')
  })
}

/** Builds what the tests stand on, each only when its inputs have changed. */
export async function buildEverything(root) {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const steps = [
    ['functions', buildFunctions],
    ['app', buildApp],
    ['weapp', buildWeapp],
    ['local', buildLocal],
    ['seed', path => buildSeed(path, day)],
  ]
  for (const [name, build] of steps) {
    const began = Date.now()
    const how = await build(root)
    console.log(`build ${name}: ${how ?? 'built'} · ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
}
