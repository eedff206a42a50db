import { Failure } from '@domain/failure'
import type { Moved } from '@domain/operation'
import * as z from '@domain/zod'
import { wechat } from '@/wechat'
import { askAgainIn } from '../asking'
import { call, isLost } from '../call'
import { keepValue, keptValue } from '../kept'
import { heldMe } from '../me'
import { isSameAct, isWaiting, rowOf, Tap } from './tap'

const name = 'outbox'
/** A bug of the cloud's is tried so often, then said. */
const mostBroken = 5
/** A photo that a network loses is tried for about five minutes: what else he did waits behind it. */
const mostStayed = 15
const againMs = 20_000

/** Everything that was tapped on this phone and is not answered, whoever tapped it; in order. */
function all(): Tap[] {
  const kept = keptValue(name)
  return Array.isArray(kept) ? kept.flatMap(one => z.safeParse(Tap, one).data ?? []) : []
}

const write = (taps: readonly Tap[]): void => keepValue(name, taps.length > 0 ? taps : undefined)

function change(key: string, some: Partial<Tap>): Tap | undefined {
  write(all().map(tap => (tap.key === key ? { ...tap, ...some } : tap)))
  return all().find(tap => tap.key === key)
}

/** What whoever holds this phone has tapped. */
export function myTaps(): Tap[] {
  const me = heldMe()?.id
  return all().filter(({ personId }) => personId === me)
}

/** Puts a tap away for good, with its photo. */
export function putAway(key: string): void {
  const photo = all().find(tap => tap.key === key)?.photo
  write(all().filter(tap => tap.key !== key))
  if (photo) wechat.dropPhoto(photo.kept)
}

/** What the cloud said to the taps of this run of the app. */
const answers = new Map<string, Moved | Failure>()

/** The same, done before and not answered yet: nobody knows whether the cloud has it. Its key, its time and its photo stand. */
function unansweredOf(tap: Tap): Tap | undefined {
  const isOpen = (one: Tap) => isWaiting(one) || (one.broken ?? 0) >= mostBroken
  return myTaps().find(one => isOpen(one) && isSameAct(one, tap))
}

/** Once more to be sent: what was done before, or else this. */
function toSend(tap: Tap): Tap {
  const before = unansweredOf(tap)
  if (!before) {
    write([...all(), tap])
    return tap
  }
  if (tap.photo && tap.photo.kept !== before.photo?.kept) wechat.dropPhoto(tap.photo.kept)
  return change(before.key, { refused: undefined, broken: 0 }) ?? before
}

/**
 * Keeps a tap, then sends whatever waits in the order in which it was done. Who taps the same again before it is answered sends the first one again.
 * @returns the cloud's receipt, or nothing when it waits for a network
 * @throws Failure what the cloud would not have, which is then told here and kept no longer
 */
export async function done(tap: Tap): Promise<Moved | undefined> {
  const { key } = toSend(tap)
  await send()
  const answer = answers.get(key)
  answers.delete(key)
  if (!(answer instanceof Failure)) return answer
  putAway(key)
  throw answer
}

let sending: Promise<void> | undefined

/** Sends what waits; called again while it does so, it goes on until nothing new is left. */
export function send(): Promise<void> {
  sending = (sending ?? Promise.resolve()).then(sendAll)
  return sending
}

let timer: ReturnType<typeof setTimeout> | undefined

async function sendAll(): Promise<void> {
  clearTimeout(timer)
  for (;;) {
    const next = myTaps().find(isWaiting)
    if (!next || wechat.network() === 'none') return
    if (!(await sendOne(next))) break
  }
  timer = setTimeout(() => void send(), againMs)
}

/** False when it must wait, and all behind it. */
async function sendOne(tap: Tap): Promise<boolean> {
  try {
    const whole = await withPhoto(tap)
    const row = rowOf(whole)
    if (!row) throw new Failure('UNKNOWN_VERB')
    const said = await call(row, whole.input, { key: tap.key })
    answers.set(tap.key, said as never)
    change(tap.key, { sent: true })
    // Its errand stands as it will be until the screen has asked how it is.
    await askAgainIn([row.area])
    putAway(tap.key)
    return true
  } catch (fault) {
    return failed(tap, fault instanceof Failure ? fault : new Failure('BROKEN'))
  }
}

/** The photo goes first; its file is written down, so that the same tap is the same input for ever. */
async function withPhoto(tap: Tap): Promise<Tap> {
  const { photo, input } = tap
  if (!photo || typeof input.photo === 'string') return tap
  const { fileId } = await wechat.sendPhoto(photo.kept, photo.path).catch(fault => {
    throw isPhotoLeft(tap, fault) ? new Failure('PHOTO_STAYED') : fault
  })
  return change(tap.key, { input: { ...input, photo: fileId } }) ?? tap
}

/** Whether the photo is given up: it can never go, or a network that is there has lost it too often. */
function isPhotoLeft(tap: Tap, fault: unknown): boolean {
  if (!isLost(fault)) return !(fault instanceof Failure) || fault.code === 'BROKEN'
  const stayed = (tap.stayed ?? 0) + 1
  change(tap.key, { stayed })
  return stayed >= mostStayed
}

function failed(tap: Tap, failure: Failure): boolean {
  if (isLost(failure)) return false
  const isBroken = failure.code === 'BROKEN'
  const broken = (tap.broken ?? 0) + (isBroken ? 1 : 0)
  if (isBroken && broken < mostBroken) {
    change(tap.key, { broken })
    return false
  }
  answers.set(tap.key, failure)
  change(tap.key, { broken, refused: refusalWords(failure) })
  void askAgainIn(['errand'])
  return true
}

/** What stood against it, to whoever did it an hour ago: it was cancelled or given to another meanwhile. */
function refusalWords(failure: Failure): string {
  const changed: readonly string[] = ['WRONG_STATE', 'FORBIDDEN', 'NOT_FOUND']
  return changed.includes(failure.code) ? '这一单已经取消，或换了人去' : failure.sentence
}

wechat.onNetwork(network => {
  if (network !== 'none') void send()
})
wechat.onPerson(() => void send())
void send()
