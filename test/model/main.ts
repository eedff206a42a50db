import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { newCounts, unseen } from './counts'
import { playStory } from './play'
import { race } from './races'
import { stories, tableVerbs, unknownVerbs } from './stories'
import { tours } from './tours'
import { openTown } from './town'

/**
 * `main --stories 100 --seed 7 [--path P --replay R] [--first] [--tour]`: plays so many stories, with `--tour` one past every verb
 * before, and prints one line of JSON: how many were played, what was accepted and refused, and of the first that went wrong the shortest telling, or with `--first` the telling as it was.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      stories: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      path: { type: 'string' },
      replay: { type: 'string' },
      first: { type: 'boolean', default: false },
      tour: { type: 'boolean', default: false },
      races: { type: 'string' },
    },
  })
  const missing = unknownVerbs()
  if (missing.length > 0) throw new Error(`no story knows how to ${missing.join(', ')}`)
  const counts = newCounts()
  const town = await openTown()
  if (values.races !== undefined) {
    console.log(JSON.stringify({ ...(await race(town, Number(values.races))), cpu: process.cpuUsage() }))
    return town.close()
  }
  const began = performance.now()
  if (values.tour) for (const tour of tours()) await playStory(tour, town, counts)
  let played = 0
  let wrongAt: number | undefined
  const property = fc.asyncProperty(stories(values.replay), async commands => {
    if (wrongAt === undefined) played += 1
    try {
      await playStory(commands, town, counts)
    } catch (error) {
      wrongAt ??= played
      throw error
    }
  })
  const run = await fc.check(property, {
    numRuns: Number(values.stories),
    seed: Number(values.seed),
    ...(values.path && { path: values.path }),
    endOnFailure: values.first,
  })
  const seconds = (performance.now() - began) / 1000
  const wrong = run.failed ? await toldAgain(run, town) : undefined
  const found = { played, seconds, cpu: process.cpuUsage(), counts: counts.read(), wrongAt, wrong }
  console.log(JSON.stringify({ ...found, unseen: unseen(tableVerbs, counts.read()) }))
  await town.close()

  async function toldAgain({ counterexample, seed, counterexamplePath }: typeof run, here: typeof town) {
    const [commands] = counterexample ?? [[]]
    const replay = /replayPath="([^"]+)"/.exec(String(commands))?.[1]
    try {
      await playStory(commands, here, newCounts())
      return { seed, path: counterexamplePath, replay, why: 'it went well when it was played again', said: [] }
    } catch (error) {
      const { message = '', said = [] } = Object(error)
      return { seed, path: counterexamplePath, replay, why: message, said }
    }
  }
}

main().catch((error: unknown) => {
  console.error(error, Object(error).said ?? '')
  // The town is still open.
  process.exit(1)
})
