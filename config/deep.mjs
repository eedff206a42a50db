// npm run test:deep: plays the errands' stories (test/model) by the ten thousand, in as many processes as the machine has cores.
// Then every two of them that can be done at the same moment race, in every order of their requests (test/model/races.ts).
// `-- --stories N --seed S --workers W --races N`; a story that goes wrong is told in its shortest form with what plays it again:
// `-- --stories 1 --workers 1 --seed S --path P --replay R`. `--first` tells it as it was; `--bug NAME` plays on a copy of the product with one
// line wrong.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { buildModel } from './model.mjs'

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: String(availableParallelism()) },
    path: { type: 'string' },
    replay: { type: 'string' },
    bug: { type: 'string' },
    first: { type: 'boolean', default: false },
    races: { type: 'string', default: 'all' },
  },
})
const workers = Number(values.workers)
const each = Math.ceil(Number(values.stories) / workers)
const program = await buildModel(values.bug)

/** One story, or a copy that is wrong: nobody asks whether everything was met. */
const isAlone = values.path !== undefined || values.bug !== undefined

/** So many stories, in a process of their own. */
function play(worker) {
  const args = ['--stories', String(each), '--seed', String(Number(values.seed) + worker)]
  for (const name of ['path', 'replay']) if (values[name]) args.push(`--${name}`, values[name])
  if (values.first) args.push('--first')
  if (!isAlone) args.push('--tour')
  return answerOf(args).then(told)
}

/** A story that went wrong is told at once: the others go on for a while. */
function told(one) {
  const { wrong: story, wrongAt } = one
  if (!story) return one
  const again = `--stories 1 --workers 1 --seed ${story.seed} --path ${story.path} --replay ${story.replay}`
  console.log(
    `wrong at story ${wrongAt}: ${story.why}\n${story.said.map(line => `  ${line}`).join('\n')}\nagain: npm run test:deep -- ${again}`,
  )
  return one
}

/** What the program finds. */
function answerOf(args) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', data => (said += data))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', code => {
      if (code !== 0) reject(new Error(`the stories broke off with ${code}`))
      else resolve(JSON.parse(said))
    })
  })
}

const began = Date.now()
const found = await Promise.all(Array.from({ length: workers }, (_, worker) => play(worker)))
const verbs = [...new Set(found.flatMap(({ counts }) => Object.keys(counts)))].sort()
const times = (verb, code) => found.reduce((sum, { counts }) => sum + (counts[verb]?.[code] ?? 0), 0)
for (const verb of verbs) {
  const codes = [...new Set(found.flatMap(({ counts }) => Object.keys(counts[verb] ?? {})))].filter(
    code => code !== 'ok',
  )
  const refused = codes.sort().map(code => `${code} ${times(verb, code)}`)
  console.log(`${verb.padEnd(20)} ok ${String(times(verb, 'ok')).padStart(6)}   ${refused.join(' · ')}`)
}
const played = found.reduce((sum, one) => sum + one.played, 0)
const seconds = (Date.now() - began) / 1000
const busy = found.reduce((sum, { cpu }) => sum + (cpu.user + cpu.system) / 1e6, 0)
console.log(
  `${played} stories in ${seconds.toFixed(0)} s, ${(played / seconds).toFixed(1)} a second in ${workers} processes, ${busy.toFixed(0)} s of CPU; seed ${values.seed}`,
)
const never = isAlone ? [] : found[0].unseen.filter(line => found.every(one => one.unseen.includes(line)))
const most = values.races === 'all' ? '1000000' : values.races
const raced = isAlone || most === '0' ? undefined : await answerOf(['--races', most])
if (raced) {
  const { pairs, orders, lost, violations, idle } = raced
  for (const violation of violations) console.log(`race: ${violation}`)
  if (values.races === 'all' && idle.length > 0) never.push(...idle.map(verb => `${verb} in a race`))
  console.log(`${pairs} pairs raced in ${orders} orders, one was refused in ${lost}, ${violations.length} violations`)
}
const wrong = found.filter(one => one.wrong)
if (never.length > 0) console.log(`never seen: ${never.join(', ')}`)
const holds = wrong.length === 0 && never.length === 0 && !raced?.violations.length
console.log(holds ? 'held' : 'broken')
process.exitCode = holds ? 0 : 1
