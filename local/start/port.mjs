import { createServer } from 'node:net'
import { Refusal } from './refusal.mjs'

/** Says in one line that a port is taken, before minutes are spent on building. */
export async function refuseBusyPort(port) {
  if (port === 0) return
  const server = createServer()
  const code = await new Promise(resolve => {
    server.once('error', error => resolve(error.code))
    server.listen(port, '127.0.0.1', () => resolve(undefined))
  })
  if (code !== undefined)
    throw new Refusal(
      `Port ${port} is ${code === 'EACCES' ? 'not ours to use' : 'busy'}. Take another: npm start -- --port ${port + 10}`,
    )
  await new Promise(resolve => server.close(resolve))
}
