import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { ticked } from '@domain/consent'
import { membership } from '@domain/membership'
import { a, b, openTown, personId, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const none = { CLOUDBASE_ENV: '', TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' }

/** Runs `npm run appoint` with these options, and these keys and no others. */
function run(options: string[], keys: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const command = resolve(__dirname, '../../../config/appoint.mjs')
  const env = { ...process.env, ...none, TCB_CONTEXT_CNFG: '', ...keys }
  return new Promise(done => {
    const child = execFile(process.execPath, [command, ...options], { env }, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? 1, said: stdout + stderr }),
    )
  })
}
const names = (subdistrict: string, community: string) => ['--subdistrict', subdistrict, '--community', community]
const here = () => ['--url', town.cloud.url]
const answerOf = ({ code, said }: { code: number; said: string }) => {
  expect(code).toBe(0)
  expect(said).toMatch(/^\{[^\n]+\}\n$/)
  return JSON.parse(said) as { communityId: string; officers: string[]; path?: string; code?: string }
}

test('an empty town gets its community and an invitation, once however often it is run, and its officer by the card', async () => {
  const asked = [...names('溪口镇', '溪口社区'), '--phone', '08580000077', ...here()]
  const first = answerOf(await run(asked))
  expect(first).toMatchObject({ officers: [], code: expect.stringMatching(/^\d{8}$/) })
  expect(answerOf(await run(asked))).toEqual(first)
  expect(await town.stored('communities', first.communityId)).toMatchObject({
    name: '溪口社区',
    subdistrict: '溪口镇',
    phone: '08580000077',
  })
  const id = first.path?.split('?id=')[1] ?? ''
  await town.as('new-officer')(membership.accept, { id, name: '杜主任', agreed: ticked(['privacy']) })
  expect((await town.as('new-officer')(membership.communities, {})).rows).toMatchObject([{ name: '溪口社区' }])
  expect(answerOf(await run(asked))).toEqual({ communityId: first.communityId, officers: ['杜主任'] })
  expect(answerOf(await run([...asked, '--another'])).path).not.toBe(first.path)
})

test('in a subdistrict that is there the officer gets all its communities', async () => {
  const { path = '' } = answerOf(await run([...names('邻溪镇', '金星社区'), '--another', ...here()]))
  const id = path.split('?id=')[1] ?? ''
  await town.as('second')(membership.accept, { id, name: '唐干事', agreed: ticked(['privacy']) })
  const me = await town.stored('people', personId('second'))
  expect(me?.memberships).toEqual([a, b].map(communityId => ({ communityId, role: 'subdistrict' })))
})

test.each([
  ['no community', ['--subdistrict', '邻溪镇'], {}, '--community NAME'],
  ['a new community without a telephone', [...names('溪口镇', '新社区'), 'url'], {}, '要写它的电话'],
  ['a community of another subdistrict', [...names('溪口镇', '金星社区'), 'url'], {}, '金星社区属于邻溪镇'],
  ['neither a place nor keys', names('邻溪镇', '金星社区'), {}, 'either --url, or'],
  ['an environment without its keys', names('邻溪镇', '金星社区'), { CLOUDBASE_ENV: 'test' }, 'either --url, or'],
  ['both', [...names('邻溪镇', '金星社区'), 'url'], { CLOUDBASE_ENV: 'test' }, 'either --url, or'],
])('%s is refused in one line', async (_what, options, keys, words) => {
  const { code, said } = await run(
    options.flatMap(one => (one === 'url' ? here() : [one])),
    keys,
  )
  expect([code, said]).toEqual([1, expect.stringMatching(/^appoint: [^\n]+\n$/)])
  expect(said).toContain(words)
})

test('with keys it is the environment they name that is asked', async () => {
  const keys = { CLOUDBASE_ENV: 'an-env', TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' }
  const cloud = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${town.cloud.url}/admin` }) }
  const { officers } = answerOf(await run(names('邻溪镇', '金星社区'), { ...keys, ...cloud }))
  expect(officers).toEqual(['唐干事', '高主任'])
})
