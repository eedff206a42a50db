// npm run cloud: the local cloud alone. Builds what it runs, then hands over to it; its one line of JSON is all that stdout gets.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFunctions, buildLocal } from './build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const said = process.argv.slice(2)
const defaults = {
  '--port': '0',
  '--data': join(root, '.data'),
  '--functions': join(root, 'dist/cloudfunctions'),
  '--schema': join(root, 'dist/schema.json'),
  '--storage': join(root, 'dist/storage.json'),
}

await buildFunctions(root)
await buildLocal(root)
for (const [name, value] of Object.entries(defaults)) if (!said.includes(name)) process.argv.push(name, value)
createRequire(import.meta.url)(join(root, 'dist/local/cloud.js'))
