// npm run test:crash, npm run bench:cloud: tries the local cloud from outside, see test/crash/main.ts and test/bench/main.ts;
// npm run bench:dispatch: tries whom the desk is advised to ask, see test/bench/dispatch/main.ts.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildLocal, buildTrials } from './build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [name] = process.argv.splice(2, 1)
process.chdir(root)
await buildLocal(root)
await buildTrials(root)
createRequire(import.meta.url)(join(root, `dist/${name}/main.js`))
