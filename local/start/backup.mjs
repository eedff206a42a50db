// npm run backup, npm run restore: see local/backup/main.ts.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildLocal } from './build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await buildLocal(root)
createRequire(import.meta.url)(join(root, 'dist/local/backup.js'))
