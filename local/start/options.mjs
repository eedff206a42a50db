import { parseArgs } from 'node:util'
import { Refusal, firstLine } from './refusal.mjs'

/** Reads `--fresh`, `--port N` (0: any free port) and `--data DIR`. */
export function readOptions(args) {
  let values
  try {
    const options = {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: '.data' },
    }
    values = parseArgs({ args, options }).values
  } catch (error) {
    throw new Refusal(`${firstLine(error)}. Known are --fresh, --port N and --data DIR: npm start -- --fresh`)
  }
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65535)
    throw new Refusal(`--port ${values.port} is not a port: npm start -- --port 8080`)
  return { fresh: values.fresh, port, data: values.data }
}
