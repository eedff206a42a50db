// Builds the stories of test/model with the product they are played on; or with a copy of it in which one line is wrong (test/model/bugs.mjs).
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bugs } from '../test/model/bugs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** In native code, or published as it should run. */
const outside = ['lmdb', 'mingo', 'protobufjs', 'qrcode', 'wx-server-sdk']

/** Puts one wrong line into the copy; a bug that finds its line no more is no bug and fails the build. */
const wrongLine = ({ file, from, to }) => ({
  name: 'one wrong line',
  setup(run) {
    run.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== join(root, file)) return undefined
      const text = readFileSync(path, 'utf8')
      if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`)
      return { contents: text.replace(from, () => to), loader: 'ts' }
    })
  },
})

/** @returns the program that plays the stories */
export async function buildModel(bug) {
  const outfile = join(root, '.cache/model', `${bug ? `bug-${Object.keys(bugs).indexOf(bug)}` : 'sound'}.cjs`)
  if (bug && !bugs[bug]) throw new Error(`no such bug: ${bug}`)
  await build({
    entryPoints: [join(root, 'test/model/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    logLevel: 'error',
    alias: { '@domain': join(root, 'domain') },
    external: outside,
    ...(bug && { plugins: [wrongLine(bugs[bug])] }),
  })
  return outfile
}
