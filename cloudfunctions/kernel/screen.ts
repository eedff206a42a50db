import { Failure } from '@domain/failure'
import type { Operation } from '@domain/operation'
import { neverHeld, pictures, textsAt, words } from '@domain/safety/words'
import { never } from '@domain/time'
import type { Actor } from './actor'
import { askAbout, hold, letGo, nameOf, type Doubted } from './doubts'
import { newMemory } from './memory'
import { judge, type Verdict } from './words'

/** What is thought of the words and pictures of one call. */
export interface Screened {
  refusal?: Failure
  hold?: Actor['hold']
  /** Fields of the input whose words wait. */
  waiting: ReadonlySet<string>
  /** After the write: WeChat is asked about its pictures. */
  written(): Promise<void>
  /** There was no write. */
  unwritten(): Promise<void>
}

const nothing: Screened = { waiting: new Set(), written: async () => undefined, unwritten: async () => undefined }

/**
 * Looks at what others will see of this input before it is written: what WeChat refuses is refused, what it doubts or could not look at
 * waits for the desk, and a picture waits for WeChat. The write itself waits for nobody.
 */
export async function screen(op: Operation, input: unknown, actor: Actor): Promise<Screened> {
  const texts = words[nameOf(op)]
  const picture = pictures[nameOf(op)]
  if ((!texts && !picture) || actor.openid === '') return nothing
  const list: Doubted[] = []
  if (texts) {
    const said = Object.keys(texts.fields).flatMap(path => textsAt(input, path))
    const verdict = said.length === 0 ? 'pass' : await remembered(actor, () => judge(said, texts.scene, actor.openid))
    if (verdict === 'risky') return { ...nothing, refusal: new Failure('UNFIT_WORDS') }
    const held = heldOf(texts.fields, input)
    if (verdict !== 'pass' && Object.keys(held).length > 0)
      list.push({ why: verdict, words: held, text: [...new Set(said)].join('；') })
  }
  const file = picture && textsAt(input, picture.field)[0]
  if (picture && file) list.push({ why: 'late', words: { [picture.becomes]: file }, file, scene: picture.scene })
  if (list.length === 0) return nothing
  // A repetition that is refused before it comes to writing must not let go what the first try wrote.
  let isHolding = false
  return {
    waiting: new Set(list.flatMap(({ words: held }) => Object.keys(held))),
    hold: (holder, by) => {
      isHolding = true
      return hold(list, by, holder)
    },
    written: () => askAbout(list, actor),
    unwritten: async () => (isHolding ? letGo(list, actor) : undefined),
  }
}

function heldOf(fields: Readonly<Record<string, string>>, input: unknown): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(Object(input)))
  const pairs = Object.entries(fields).flatMap(([path, field]): [string, unknown][] => {
    const value = given.get(path.split('.')[0] ?? path)
    return field === neverHeld || value === undefined ? [] : [[field, value]]
  })
  return Object.fromEntries(pairs)
}

const verdicts = newMemory<Verdict>(500)

/** A tap tried again is not looked at twice while this instance remembers it; what could not be looked at is tried anew. */
async function remembered(actor: Actor, ask: () => Promise<Verdict>): Promise<Verdict> {
  const intent = `${actor.openid} ${actor.key} ${actor.sum}`
  const before = verdicts.get(intent, actor.now)
  if (before) return before
  const verdict = await ask()
  if (verdict !== 'unchecked') verdicts.put(intent, verdict, never)
  return verdict
}
