// Every area of cloudfunctions/ becomes one self-contained function; domain/schema becomes dist/schema.json.
import { build } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'cloudfunctions')

/** Not minified: what runs at Tencent is what its log's line numbers point at, and what a person can read there. */
const shape = {
  bundle: true,
  platform: 'node',
  target: 'node16',
  format: 'cjs',
  charset: 'utf8',
  treeShaking: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  alias: { '@domain': join(root, 'domain') },
  external: ['wx-server-sdk'],
}

/** The areas that are deployed: every folder with an `index.ts`; the kernel is inside each of them. */
export function areas() {
  if (!existsSync(source)) return []
  return readdirSync(source).filter(area => area !== 'kernel' && existsSync(join(source, area, 'index.ts')))
}

/** Bundles each area into `outDir/<area>/`, with its `config.json` and a `package.json`. Answers the areas' names. */
export async function buildFunctions({ outDir = join(root, 'dist/cloudfunctions') } = {}) {
  const names = areas()
  rmSync(outDir, { recursive: true, force: true })
  if (names.length === 0) return names
  const entryPoints = names.map(area => join(source, area, 'index.ts'))
  await build({ ...shape, entryPoints, outdir: outDir, outbase: source })
  for (const area of names) {
    const settings = join(source, area, 'config.json')
    if (existsSync(settings)) copyFileSync(settings, join(outDir, area, 'config.json'))
    const manifest = { name: area, version: '1.0.0', main: 'index.js', dependencies: { 'wx-server-sdk': '4.0.2' } }
    writeFileSync(join(outDir, area, 'package.json'), JSON.stringify(manifest, null, 2) + '\n')
  }
  return names
}

/** Writes domain/schema as JSON for the local cloud and for Tencent: collections and indexes, and beside them the storage rules. */
export async function buildSchema({ outFile = join(root, 'dist/schema.json') } = {}) {
  const entry = join(root, 'domain/schema/index.ts')
  if (!existsSync(entry)) return
  const bundle = join(root, '.cache', `schema-${process.pid}.cjs`)
  try {
    await build({ ...shape, entryPoints: [entry], outfile: bundle })
    const { schema, storageRules } = createRequire(import.meta.url)(bundle)
    mkdirSync(join(outFile, '..'), { recursive: true })
    writeFileSync(outFile, JSON.stringify(schema, null, 2) + '\n')
    writeFileSync(join(outFile, '../storage.json'), JSON.stringify(storageRules, null, 2) + '\n')
  } finally {
    rmSync(bundle, { force: true })
  }
}

async function run() {
  const names = await buildFunctions()
  await buildSchema()
  console.log(`${names.length} cloud functions: ${names.join(' ')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run()
