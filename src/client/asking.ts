import { mutate } from 'swr'
import type { CollectionName } from '@domain/schema'
import { type Change, wechat } from '@/wechat'

/** A question some page asks. */
export interface Question {
  /** The key of the answer in swr's cache. */
  name: string
  area: string
  /** The community the question is about, where it names one. */
  communityId?: string
  /** False while its page is covered by another: it will ask when it is shown again. */
  isShown(): boolean
}

/** The area that shows what is in a collection. */
const areaOf: Record<CollectionName, string | undefined> = {
  errands: 'errand',
  posts: 'study',
  progress: 'study',
  stations: 'station',
  visits: 'station',
  cares: 'care',
  people: 'people',
  households: 'household',
  bindings: 'household',
  substitutes: 'household',
  recurrings: 'recurring',
  looks: 'household',
  codes: undefined,
  removals: undefined,
  tries: undefined,
  communities: 'people',
  doubts: 'safety',
  groups: 'group',
  roster: 'roster',
  enterprises: 'roster',
  imports: 'roster',
  importRows: 'roster',
  reconciliations: 'roster',
  differences: 'roster',
  rosterLooks: undefined,
  sheetFiles: undefined,
  invites: undefined,
  invitations: 'membership',
  leases: undefined,
}

/** Areas whose records are the people themselves. */
const ofPeople: readonly string[] = ['rider']

/** One write comes as several messages; they are heard as one. */
const settleMs = 200

const standing = new Set<Question>()
/** When each question was last sent to the cloud: in its order among all, and by the phone's clock. */
const sentAt = new Map<string, { turn: number; at: number }>()
let turn = 0
/** The turn at which something was last known to have changed: what was sent before may be old. */
let changedTurn = 0

/** Lets a question stand until it is taken away again. */
export function stand(question: Question): () => void {
  standing.add(question)
  return () => void standing.delete(question)
}

/** Notes that a question is on its way. */
export function noteSent(name: string): void {
  turn += 1
  sentAt.set(name, { turn, at: Date.now() })
}

const wasSentAfter = (name: string, then: number): boolean => (sentAt.get(name)?.turn ?? 0) > then

/** True when it was asked a moment ago and nothing has changed since: a page that opens is also shown. */
export const isFresh = (name: string): boolean =>
  Date.now() - (sentAt.get(name)?.at ?? 0) < 1000 && wasSentAfter(name, changedTurn)

/** Asks again what is on the screen and fits, each question once. What stood there stays until the answer is here. */
export async function askAgain(fits: (question: Question) => boolean): Promise<void> {
  const shown = [...standing].filter(question => question.isShown() && fits(question))
  const names = new Set(shown.map(question => question.name))
  await Promise.all([...names].map(name => mutate(name)))
}

/** Asks again what is shown of some areas, because this phone has changed something there. */
export function askAgainIn(areas: readonly string[]): Promise<void> {
  changedTurn = turn
  return askAgain(question => areas.includes(question.area))
}

interface Heard {
  change: Change
  area: string
  turn: number
}

const heard = new Map<string, Heard>()
let timer: ReturnType<typeof setTimeout> | undefined

function isAbout(question: Question, { change, area, turn: then }: Heard): boolean {
  const elsewhere = change.communityId && question.communityId && change.communityId !== question.communityId
  // A question sent after the message was heard has seen what changed.
  const isOfArea = question.area === area || (area === 'people' && ofPeople.includes(question.area))
  return isOfArea && !elsewhere && !wasSentAfter(question.name, then)
}

function settle(): void {
  timer = undefined
  const all = [...heard.values()]
  heard.clear()
  void askAgain(question => all.some(one => isAbout(question, one)))
  const people = all.find(({ area }) => area === 'people')
  if (people) askWhoIAm(people.turn)
}

/** Who I am comes with any reply: where none of people's questions is shown, one of the others will do. */
function askWhoIAm(then: number): void {
  const shown = [...standing].filter(question => question.isShown())
  const [first] = shown
  if (!first || shown.some(question => question.area === 'people' || wasSentAfter(question.name, then))) return
  void askAgain(question => question === first)
}

wechat.onChanged(change => {
  const area = new Map<string, string | undefined>(Object.entries(areaOf)).get(change.collection)
  if (!area) return
  changedTurn = turn
  heard.set(`${area} ${change.communityId ?? ''}`, { change, area, turn })
  timer ??= setTimeout(settle, settleMs)
})
