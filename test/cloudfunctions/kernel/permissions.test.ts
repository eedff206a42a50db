import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictures, words } from '@domain/safety/words'
import { build } from 'esbuild'
import { areas } from '../../tables'

const root = join(__dirname, '../../..')
const source = join(root, 'cloudfunctions')

/** What is deployed of an area, without what nothing in it reaches: the same bundle as config/functions.mjs makes. */
async function deployed(area: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, area, 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    treeShaking: true,
    alias: { '@domain': join(root, 'domain') },
    external: ['wx-server-sdk'],
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

const callsIn = (code: string): string[] =>
  [...code.matchAll(/\.openapi\s*\.(\w+)\s*\.(\w+)/g)].map(([, family, call]) => `${family}.${call}`)

const isOf = (area: string) => (row: string) => row.startsWith(`${area}.`)

/** Every function carries the check of words and pictures; only the rows of the tables come to it. */
function needed(area: string, code: string): string[] {
  return [
    ...callsIn(code).filter(call => !call.startsWith('security.')),
    ...(Object.keys(words).some(isOf(area)) ? ['security.msgSecCheck'] : []),
    ...(Object.keys(pictures).some(isOf(area)) ? ['security.mediaCheckAsync'] : []),
  ]
}

/** What config.json asks WeChat for; without it an openapi answers -604101 and the check never happens. */
function asked(area: string): string[] {
  const config: { permissions: { openapi: string[] } } = JSON.parse(
    readFileSync(join(source, area, 'config.json'), 'utf8'),
  )
  return config.permissions.openapi
}

test.each(areas)('%s may call of WeChat what it calls, and no more', async area => {
  const code = await deployed(area)
  expect(new Set(asked(area))).toEqual(new Set(needed(area, code)))
  // A call written in another way would not be found.
  expect(callsIn(code)).toHaveLength(code.match(/\.openapi\b/g)?.length ?? 0)
})
