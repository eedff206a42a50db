import { errand as table } from '@domain/errand'
import { writes, type Operation } from '@domain/operation'
import { compare, noteTold } from './compare'
import type { Counts } from './counts'
import type { Who } from './people'
import type { Reply, Town } from './town'
import { same, type Answer, type Choice, type Happened, type Plan } from './verb'
import type { Errand, World } from './world'
import { verbs } from './verbs'

/** A story that is being played. */
export interface Play {
  world: World
  town: Town
  counts: Counts
  /** What was done so far, a sentence each. */
  said: string[]
  newKey(): string
}

/** What becomes of the tap afterwards: nothing, it is sent again, or its key is used for something else. */
export type Again = 'no' | 'same' | 'other'

export interface Step {
  verb: string
  who: Who
  errand: Errand
  choice: Choice
  again: Again
}

const rows: Readonly<Record<string, Operation>> = table
export const rowOf = (verb: string): Operation => {
  const row = rows[verb]
  if (!row) throw new Error(`the table has no ${verb}`)
  return row
}

export function planOf(world: World, { verb, who, errand, choice }: Step): Plan {
  const plan = verbs[verb]?.(world, who, errand, choice)
  if (!plan) throw new Error(`nobody knows how to ${verb}`)
  return plan
}

/** Past the five that count one more is noted, and then no other. */
const mostTries = 6

const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : (reply.code ?? ''))

/** The stored texts of all errands of the story. */
export const texts = ({ world, town }: Play): Map<string, string | undefined> =>
  new Map(world.errands.map(({ id }) => [id, town.stored('errands', id)]))

/** Throws when one of these errands is not as it was. */
export function untouched(
  play: Play,
  before: ReadonlyMap<string, string | undefined>,
  but: readonly Errand[] = [],
): void {
  for (const [id, text] of before)
    if (!but.some(one => one.id === id) && play.town.stored('errands', id) !== text)
      throw new Error('an errand changed that must not')
}

/** One tap, and all that must hold after it. */
export async function perform(play: Play, step: Step): Promise<void> {
  const { world, town, counts } = play
  const { verb, who } = step
  const plan = planOf(world, step)
  const op = rowOf(verb)
  const key = play.newKey()
  const before = texts(play)
  play.said.push(`${plan.say}：${plan.code === 'ok' ? '成了' : plan.code}`)
  const { receipt, photo }: Answer = Object(plan.input)
  for (const taken of [receipt, photo]) if (typeof taken === 'string') await town.file(taken)
  const written = town.writes()
  const reply = await town.call(who, op, plan.input, key)
  counts.note(verb, codeOf(reply))
  same(`${who} ${verb}`, codeOf(reply), plan.code)
  if (plan.detail) same('the detail', reply.detail, plan.detail)
  const answer: Answer = Object(reply.data)
  const happened = reply.ok ? plan.happens?.(reply.at, answer) : undefined
  if (plan.isTry && step.errand.tries < mostTries) step.errand.tries += 1
  if (reply.ok) plan.expects?.(answer)
  const all = happened ? [happened, ...(happened.others ?? [])] : []
  for (const one of all) note(play, step, one)
  const changed = happened ? all.map(({ errand }) => errand) : plan.isTry ? [step.errand] : []
  for (const errand of changed) compare(errand, world.record(errand))
  if (changed.length === 0 && !plan.isWide) same('what was written', town.writes(), written)
  if (verb === 'verify' && happened) for (const other of world.errands) compare(other, world.record(other))
  else untouched(play, before, changed)
  if (happened && plan.isInTurn !== 'some')
    world.taps.push({ who, verb, input: plan.input, key, answer, errand: happened.errand, at: reply.at })
  if (writes(op)) await onceMore(play, step, plan, { key, reply, done: happened?.errand })
}

/** Writes down in the story what happened to one errand, and takes over what was told. */
function note(
  { world, counts }: Play,
  { verb, who }: Step,
  { errand, told = [], verb: as = verb, byClock }: Happened,
): void {
  errand.story.push({ verb: as, who })
  if (byClock) {
    errand.story.push({ verb: byClock, who: 'clock' })
    counts.note(byClock, 'ok')
  }
  noteTold(errand, world.record(errand), told)
}

interface Done {
  key: string
  reply: Reply
  /** What it was done to first. */
  done: Errand | undefined
}

/** The same tap again is answered alike, the same key for something else is refused, and neither changes anything. */
async function onceMore(play: Play, step: Step, plan: Plan, { key, reply, done }: Done): Promise<void> {
  if (step.again === 'no' || (step.again === 'other' && (!done || plan.isInTurn))) return
  const { who, verb } = step
  const before = texts(play)
  const isSame = step.again === 'same'
  const [op, input] = isSame ? [rowOf(verb), plan.input] : somethingElse({ ...step, errand: done ?? step.errand }, plan)
  play.said.push(isSame ? '　同一下又发了一次' : '　同一个编号，另一件事')
  const again = await play.town.call(who, op, input, key)
  play.counts.note(isSame ? 'the same again' : 'another with its key', codeOf(again))
  if (!isSame) same('the same key for something else', codeOf(again), 'KEY_REUSED')
  else same('the same again', ofInterest(verb, again), ofInterest(verb, reply))
  untouched(play, before)
}

/** A new errand is read back as it stands by now. */
export const ofInterest = (verb: string, { data, code, detail }: Reply): unknown =>
  verb === 'request' ? [Object(data).id, code] : [data, code, detail]

function somethingElse({ who, verb, errand }: Step, plan: Plan): [Operation, object] {
  if (verb === 'request') return [rowOf('request'), { ...plan.input, what: '别的' }]
  const isRider = !['daughter', 'son', 'secretary', 'colleague'].includes(who)
  return [rowOf(isRider ? 'handBack' : 'cancel'), { id: errand.id, why: '另一件事' }]
}
