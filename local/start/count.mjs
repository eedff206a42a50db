// npm run count: what each operation costs, from the local cloud's own counters, on a copy of the seeded town.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFunctions, buildLocal, buildSeed } from './build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
process.env.TZ = 'UTC'
process.chdir(root)
await buildFunctions(root)
await buildLocal(root)
await buildSeed(root, new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10))
createRequire(import.meta.url)(join(root, 'dist/local/count.js'))
