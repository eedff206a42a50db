import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const start = resolve(__dirname, '../../local/start.mjs')

/** Runs `npm start` and waits for its end. */
function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  return new Promise(done => {
    const child = spawn(process.execPath, [start, ...args], { env: { ...process.env, ...env } })
    let said = ''
    child.stdout.on('data', text => (said += String(text)))
    child.stderr.on('data', text => (said += String(text)))
    child.once('close', code => done({ code, said }))
  })
}

const oneLine = /^[^\n]+\n$/

test('an old Node is refused in one line that names the one it needs', async () => {
  const { code, said } = await run([], { XINLIN_NODE_VERSION: '18.19.1' })
  expect(code).toBe(1)
  expect(said).toMatch(oneLine)
  expect(said).toContain('Node 20')
})

test('a busy port is refused in one line that names another', async () => {
  const server = createServer()
  const port = await new Promise<number>(listening =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      listening(typeof address === 'object' && address !== null ? address.port : 0)
    }),
  )
  const { code, said } = await run(['--port', String(port)])
  server.close()
  expect(code).toBe(1)
  expect(said).toMatch(oneLine)
  expect(said).toContain(`--port ${port + 10}`)
})

test.each([['--port', 'x'], ['--port', '70000'], ['--port', ''], ['--nonsense'], ['__proto__']])(
  'arguments that make no sense are refused in one line: %s %s',
  async (...args) => {
    const { code, said } = await run(args)
    expect(code).toBe(1)
    expect(said).toMatch(oneLine)
  },
)

describe('a data folder that cannot be opened is named in one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinlin-start-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('something else lies in it, and even --fresh does not delete that', async () => {
    writeFileSync(join(folder, 'novel.txt'), 'chapter one')
    for (const args of [[], ['--fresh']]) {
      const { code, said } = await run(['--port', '0', '--data', folder, ...args])
      expect(code).toBe(1)
      expect(said).toMatch(oneLine)
      expect(said).toContain(folder)
    }
  })

  test.each(['town.json', 'store/data.mdb'])('its %s is torn', async torn => {
    const data = mkdtempSync(join(folder, 'town-'))
    mkdirSync(join(data, 'store'))
    writeFileSync(join(data, 'town.json'), '{}')
    writeFileSync(join(data, torn), '{'.repeat(20_000))
    const { code, said } = await run(['--port', '0', '--data', data])
    expect(code).toBe(1)
    expect(said.trim().split('\n').at(-1)).toMatch(`The town in ${data} cannot be opened`)
    expect(said).toContain('--fresh')
  })

  test('it is a file', async () => {
    const { code, said } = await run(['--port', '0', '--data', join(folder, 'novel.txt')])
    expect(code).toBe(1)
    expect(said).toMatch(oneLine)
  })
})
