import { refuse } from '../codes'
import type { Document } from '../database/values'
import { checkPath } from './paths'
import { placeOf, say, step } from './place'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** The target of a `$rename`. @throws DATABASE_REQUEST_FAILED for none, for the same field, for places in lists */
export function targetOf(source: string, target: unknown): string {
  if (typeof target !== 'string') return wrong(`The 'to' field for $rename must be a string: ${source}: ${say(target)}`)
  if (source === target) wrong(`The source and target field for $rename must differ: ${source}: "${target}"`)
  checkPath(target)
  if (/\$/.test(source)) wrong(`The source field for $rename may not be dynamic: ${source}`)
  if (/\$/.test(target)) wrong(`The destination field for $rename may not be dynamic: ${target}`)
  return target
}

/** `$rename`: what is there goes to another field, never into or out of a list. */
export function rename(document: Document, source: string, target: string): void {
  refuseLists(document, source, 'source')
  const from = placeOf(document, source)
  if (from.value === undefined) return
  refuseLists(document, target, 'destination')
  from.drop()
  placeOf(document, target).put(from.value)
}

function refuseLists(document: Document, path: string, which: 'source' | 'destination'): void {
  const steps = path.split('.')
  let parent: unknown = document
  for (const [i, name] of steps.entries()) {
    if (Array.isArray(parent))
      wrong(
        `The ${which} field cannot be an array element, '${path}' in doc with _id: ${say(document['_id'])} has an array field called '${steps[i - 1] ?? ''}'`,
      )
    parent = step(parent, name)
  }
}
