// One of the processes of race.test.ts: so many riders, each with a phone of his own. Every one looks at the offers, says that he is
// ready, and when told to go taps 接单. Prints what each was answered.
const [, , url, id, from, to] = process.argv
const riders = Array.from({ length: to - from }, (_, i) => Number(from) + i)

async function call(rider, event) {
  const headers = { 'x-openid': `racer-${rider}` }
  const answer = await fetch(`${url}/call/errand`, { method: 'POST', headers, body: JSON.stringify(event) })
  return (await answer.json()).result
}

async function main() {
  await Promise.all(riders.map(rider => call(rider, { verb: 'offers', input: {} })))
  process.stdout.write('ready\n')
  await new Promise(resolve => process.stdin.once('data', resolve))
  const tap = rider => call(rider, { verb: 'accept', input: { id }, key: `tap-of-racer-${rider}` })
  const replies = await Promise.all(riders.map(async rider => ({ rider, reply: await tap(rider) })))
  process.stdout.write(`${JSON.stringify(replies)}\n`, () => process.exit(0))
}

void main()
