// npm run test:crash: kills the local cloud under load, see test/crash/main.ts.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCrash, buildLocal } from './build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
await buildLocal(root)
await buildCrash(root)
createRequire(import.meta.url)(join(root, 'dist/crash/main.js'))
