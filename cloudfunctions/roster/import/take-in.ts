import { Failure } from '@domain/failure'
import { shownOf } from '@domain/roster/claim'
import { keeping } from '@domain/roster/keeping'
import { merged, type Decision, type Source } from '@domain/roster/merging'
import { never } from '@domain/time'
import type { Actor } from '../../kernel/actor'
import { _ } from '../../kernel/cloud'
import { hash } from '../../kernel/hash'
import { anotherIdOf, workerIdOf } from '../../kernel/worker-id'
import { enterFirms } from '../firm'
import {
  copiesOf,
  workers,
  type ListDocument,
  type PartDocument,
  type StoredRow,
  type WorkerDocument,
  type WorkerRecord,
} from '../stored'
import { slices } from './sort'

/** Writes at the same moment. */
const atOnce = 10
const mostMarks = 60

/** Takes a hundred rows into the roster; what is in already is left as it is. */
export async function takeIn(list: ListDocument, part: PartDocument, actor: Actor): Promise<void> {
  const { communityId } = list
  const decisionOf = ({ row }: StoredRow): Decision | undefined => part.decisions[`r${row}`]
  const isNew = (row: StoredRow) => part.kind === 'new' || decisionOf(row) === 'apart'
  const newcomers = part.rows.filter(isNew).map(row => {
    const id = decisionOf(row) === 'apart' ? anotherIdOf(communityId, row.mark) : workerIdOf(communityId, row.values)
    return { row, id }
  })
  const left = await enter(list, newcomers, actor)
  const known = part.rows.flatMap(row => {
    const { id } = row
    return isNew(row) || id === undefined ? [] : [{ row, id, decision: decisionOf(row) ?? 'theirs' }]
  })
  await enterFirms(
    communityId,
    part.rows.flatMap(({ values }) => values.firm ?? []),
    actor,
  )
  await addAll(list, [...known, ...left], actor)
}

interface Addition {
  row: StoredRow
  id: string
  decision: Decision
}

/** Who is there meanwhile, by another list, is answered: both words stand until 对账. */
async function enter(
  list: ListDocument,
  newcomers: readonly { row: StoredRow; id: string }[],
  actor: Actor,
): Promise<Addition[]> {
  if (newcomers.length === 0) return []
  const made = newcomers.map(({ row, id }) => ({ id, fields: workerOf(list, row) }))
  const there = await workers.addAll(keeping.enter, actorFor(list, newcomers[0]?.row, actor), made)
  if (there.size === 0) return []
  const standing = await byId([...there])
  return newcomers.flatMap(({ row, id }) => {
    const one = standing.get(id)
    if (!one || one.marks.includes(row.mark)) return []
    return [{ row, id, decision: 'later' as const }]
  })
}

function workerOf({ communityId, ...list }: ListDocument, row: StoredRow): WorkerRecord & { communityId: string } {
  const claims = merged({}, row.values, sourceOf(list, row))
  return {
    communityId,
    claims,
    marks: [row.mark],
    known: [],
    here: true,
    leftAt: never,
    ...copiesOf(communityId, claims),
  }
}

const sourceOf = ({ body, whose, file, touchedAt }: Omit<ListDocument, 'communityId'>, { row }: StoredRow): Source => ({
  body,
  file,
  row,
  at: touchedAt,
  ...(whose && { whose }),
})

async function byId(ids: readonly string[]): Promise<Map<string, WorkerDocument>> {
  const found = ids.length === 0 ? [] : await workers.find({ _id: _.in([...ids]) }, { limit: 1000 })
  return new Map(found.map(one => [one._id, one]))
}

async function addAll(list: ListDocument, additions: readonly Addition[], actor: Actor): Promise<void> {
  let waiting: readonly Addition[] = additions
  // Somebody may write to the same person at the same moment: then he is read again.
  for (let turn = 0; turn < 5 && waiting.length > 0; turn += 1) {
    const standing = await byId(waiting.map(({ id }) => id))
    const again: Addition[] = []
    for (const some of slices(waiting, atOnce)) {
      const done = await Promise.all(some.map(one => add(list, one, standing.get(one.id), actor)))
      again.push(...some.filter((_one, i) => !done[i]))
    }
    waiting = again
  }
  if (waiting.length > 0) throw new Failure('STALE')
}

/** False when he has changed since he was read. */
async function add(
  list: ListDocument,
  { row, id, decision }: Addition,
  worker: WorkerDocument | undefined,
  actor: Actor,
) {
  if (!worker || worker.communityId !== list.communityId) return true
  const { communityId } = list
  // What was decided was decided about the values that stood then.
  const shown = shownOf(worker.claims)
  const isAsSeen = (row.differs ?? []).every(({ field, ours }) => shown[field] === ours)
  const claims = merged(worker.claims, row.values, sourceOf(list, row), isAsSeen ? decision : 'later')
  const marks = worker.marks.includes(row.mark) ? worker.marks : [...worker.marks, row.mark].slice(-mostMarks)
  if (JSON.stringify([claims, marks]) === JSON.stringify([worker.claims, worker.marks])) return true
  const patch = { claims, marks, ...copiesOf(communityId, claims) }
  try {
    await workers.change(keeping.add, id, actorFor(list, row, actor), {
      rev: worker.rev,
      where: { communityId },
      patch,
    })
    return true
  } catch (error) {
    // Written meanwhile, by another or by a colleague who carries out the same row.
    if (error instanceof Failure && ['STALE', 'KEY_REUSED'].includes(error.code)) return false
    throw error
  }
}

/** One row of one list is one write, whoever carries it out and however often. */
function actorFor({ _id: listId, turn }: ListDocument, row: StoredRow | undefined, actor: Actor): Actor {
  return { ...actor, key: `row.${hash(`${listId} ${turn} ${row?.row ?? 0}`)}`, sum: 'row' }
}
