import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './children.mjs'
import { unlessDone } from './inputs.mjs'

/** What is in native code, or large and published as it should run, stays outside of the bundles. */
const outside = [
  'glass-easel-template-compiler',
  'lmdb',
  'mingo',
  'miniprogram-simulate',
  'postcss',
  'protobufjs',
  'qrcode',
  'wx-server-sdk',
]

/** The cloud functions and the schema, as they are deployed. */
export function buildFunctions(root) {
  const inputs = ['cloudfunctions', 'domain', 'config/functions.mjs']
  return unlessDone(
    root,
    { name: 'functions', inputs, outputs: ['dist/cloudfunctions', 'dist/schema.json', 'dist/storage.json'] },
    async () => {
      const { buildFunctions: build, buildSchema } = await import('../../config/functions.mjs')
      await build()
      await buildSchema()
    },
  )
}

/** What the phone's app is made of. */
const ofApp = ['src', 'domain', 'config', 'babel.config.js', 'package.json', 'tsconfig.json', 'project.config.json']

function buildPhone(root, type, output) {
  return unlessDone(root, { name: type, inputs: ofApp, outputs: [output] }, () => {
    const taro = join(root, 'node_modules/@tarojs/cli/bin/taro')
    const env = { ...process.env, NODE_ENV: 'production' }
    const name = `the build of the app for ${type}`
    return runProgram(process.execPath, [taro, 'build', '--type', type], { cwd: root, env, name })
  })
}

/** The mini-program for WeChat, as it is uploaded. */
export const buildWeapp = root => buildPhone(root, 'weapp', 'dist/weapp/app.json')

/** The phone's app, as it is uploaded to WeChat and for the browser. */
export async function buildApp(root) {
  // One after the other: Taro keeps both caches in one folder.
  const done = [await buildWeapp(root), await buildPhone(root, 'h5', 'dist/h5/index.html')]
  done.push(await buildRunner(root))
  return done.every(word => word === 'reused') ? 'reused' : undefined
}

/** What runs the WeChat build in a browser, and that build made ready for it. */
function buildRunner(root) {
  const outputs = ['dist/local/weapp/main.js', 'dist/local/weapp/mini-program.json']
  return unlessDone(root, { name: 'runner', inputs: ['local/weapp', ...ofApp], outputs }, async () => {
    const { build } = await import('esbuild')
    const source = join(root, 'local/weapp')
    const to = join(root, 'dist/local/weapp')
    const shared = { bundle: true, charset: 'utf8', logLevel: 'warning' }
    const browser = { platform: 'browser', target: 'es2022', format: 'esm', minify: true }
    const define = { 'process.env.NODE_ENV': '"production"' }
    await build({ ...shared, ...browser, define, entryPoints: [join(source, 'browser/main.ts')], outdir: to })
    for (const file of ['index.html', 'frame.css']) cpSync(join(source, 'browser', file), join(to, file))
    const reader = join(root, 'dist/local/weapp-package.js')
    const node = { platform: 'node', target: 'node20', format: 'cjs', external: outside }
    await build({ ...shared, ...node, entryPoints: [join(source, 'build/main.ts')], outfile: reader })
    await runProgram(process.execPath, [reader, 'dist/weapp', 'dist/local/weapp'], {
      cwd: root,
      name: 'the WeChat build',
    })
  })
}

/** The local cloud, the stage with its page, and the seed. */
export function buildLocal(root) {
  const outputs = ['dist/local/stage.js', 'dist/local/page/stage.js']
  return unlessDone(root, { name: 'local', inputs: ['local', 'domain'], outputs }, async () => {
    const { build } = await import('esbuild')
    const shared = {
      bundle: true,
      absWorkingDir: root,
      charset: 'utf8',
      logLevel: 'warning',
      alias: { '@domain': join(root, 'domain') },
    }
    const parts = {
      cloud: 'local/cloud/main.ts',
      stage: 'local/stage/server.ts',
      seed: 'local/seed/main.ts',
      count: 'local/count/main.ts',
      backup: 'local/backup/main.ts',
    }
    const entryPoints = Object.entries(parts)
      .filter(([, source]) => existsSync(join(root, source)))
      .map(([out, source]) => ({ out, in: source }))
    await build({
      ...shared,
      entryPoints,
      outdir: 'dist/local',
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: outside,
    })
    const page = 'local/stage/page'
    const browser = { platform: 'browser', target: 'es2022', format: 'esm', minify: true, loader: { '.svg': 'text' } }
    await build({
      ...shared,
      ...browser,
      entryPoints: [`${page}/stage.ts`, `${page}/stage.css`],
      outdir: 'dist/local/page',
    })
    cpSync(join(root, page, 'index.html'), join(root, 'dist/local/page/index.html'))
  })
}

/** The programs that try the local cloud from outside, see test/crash and test/bench. */
export function buildTrials(root) {
  const outputs = ['dist/crash/main.js', 'dist/bench/main.js', 'dist/bench/dispatch/main.js']
  return unlessDone(
    root,
    { name: 'trials', inputs: ['test/crash', 'test/bench', 'local', 'domain'], outputs },
    async () => {
      const { build } = await import('esbuild')
      const programs = [
        'crash/main',
        'crash/client',
        'crash/cloud',
        'crash/verify',
        'bench/main',
        'bench/dispatch/main',
      ]
      const entryPoints = programs.map(name => `test/${name}.ts`)
      const where = {
        absWorkingDir: root,
        outbase: 'test',
        outdir: 'dist',
        platform: 'node',
        target: 'node20',
        format: 'cjs',
      }
      await build({ ...where, entryPoints, bundle: true, charset: 'utf8', logLevel: 'warning', external: outside })
    },
  )
}

/** The town on its first day: made by the product's own operations, kept as a snapshot of the day it was made for. */
export function buildSeed(root, day) {
  const inputs = ['local/seed', 'local/cloud', 'cloudfunctions', 'domain']
  return unlessDone(root, { name: 'seed', inputs, outputs: ['dist/seed/town.json'], more: day }, async () => {
    rmSync(join(root, 'dist/seed'), { recursive: true, force: true })
    mkdirSync(join(root, 'dist/seed'), { recursive: true })
    const made = ['dist/local/seed.js', '--out', 'dist/seed', '--day', day]
    await runProgram(process.execPath, made, { cwd: root, name: 'the seed' })
  })
}
