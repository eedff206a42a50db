import { rider } from '@domain/rider'
import { afterRing, chimes } from './clockwork'
import { compare, noteTold } from './compare'
import { home, idOf } from './people'
import { ofInterest, rowOf, texts, untouched, type Play } from './step'
import { hangUp } from './telephone'
import { same } from './verb'
import { hour, isCarried, minute, namedIn, stillToDo } from './world'

/** Time passes; nobody does anything. */
export function wait({ town, said }: Play, minutes: number): void {
  said.push(`过了 ${minutes} 分钟`)
  town.cloud.clock.advance(minutes * minute)
}

/** The clock rings: what is due is done once, and everybody is told. */
export async function ring(play: Play): Promise<void> {
  const { world, town, counts, said } = play
  said.push('时钟响了')
  const today = world.now() - world.midnight()
  // By night it rings every fifth minute alone. Each time a little later in that minute, so that nothing that was done after one ring, for
  // minutes that are a multiple of five, falls due in the very moment of another.
  const past = today % (5 * minute)
  const second = minute / 6 + said.length * 200
  if (today < 7 * hour || today >= 22 * hour)
    town.cloud.clock.advance(5 * minute + (past < minute / 2 ? 0 : second - past))
  // Which of two that are due comes first is told nobody: as it is written down.
  const dueAt = new Map(world.errands.map(errand => [errand, Number(world.record(errand).dueAt)]))
  const inTurn = [...world.errands].sort((a, b) => (dueAt.get(a) ?? 0) - (dueAt.get(b) ?? 0))
  await town.ring()
  const done = chimes(world, inTurn)
  for (const { errand, verb } of done) {
    counts.note(verb, 'ok')
    said.push(`　${verb}`)
    errand.story.push({ verb, who: 'clock' })
  }
  for (const errand of new Set(done.map(one => one.errand))) {
    const told = done.flatMap(one => (one.errand === errand ? one.told : []))
    noteTold(errand, world.record(errand), told, afterRing)
  }
  for (const errand of world.errands) {
    hangUp(errand)
    compare(errand, world.record(errand))
  }
}

/** An old tap arrives once more: it is answered as it was, and changes nothing. */
export async function repeat(play: Play, which: number): Promise<void> {
  const { world, town, said, counts } = play
  const tap = world.taps[which % world.taps.length]
  if (!tap) return
  // What came under the weather since is held by the same tap as it is by the clock's next ring, where it is told.
  const isUnheld = world.errands.some(errand => stillToDo(errand) && errand.stop !== world.stopped)
  if (tap.verb === 'stop' && isUnheld) return
  said.push(`${tap.who} 的 ${tap.verb} 晚了一会儿又到一次`)
  const before = texts(play)
  const reply = await town.call(tap.who, rowOf(tap.verb), tap.input, tap.key)
  counts.note('late again', reply.ok ? 'ok' : (reply.code ?? ''))
  untouched(play, before)
  if (world.gone.has(tap.who)) return same('the tap of one who is gone', reply.code, 'FORBIDDEN')
  // A look is one look: much later it would be another, which nobody wrote down.
  if (tap.verb === 'reveal' && world.now() - tap.at > minute) return same('an old look', reply.code, 'WRONG_STATE')
  if (tap.verb === 'card') return
  const first = { ok: true, at: tap.at, data: tap.answer }
  same('the same tap, late', ofInterest(tap.verb, reply), ofInterest(tap.verb, first))
}

/** 请他停: the desk lets 何师傅 go; not while he has something in hand or is asked for something. */
export async function letGo(play: Play): Promise<void> {
  const { world, town, said, counts } = play
  const holds = world.errands.some(errand => (isCarried(errand) && errand.rider === 'he') || isAsked(errand))
  const { rev } = JSON.parse(town.stored('people', idOf('he')) ?? '{}')
  const input = { communityId: home, id: idOf('he'), rev, why: '不做了' }
  said.push(`李书记请何师傅停${holds ? '：手上还有' : ''}`)
  const reply = await town.call('secretary', rider.letGo, input, play.newKey())
  counts.note('letGo', reply.ok ? 'ok' : (reply.code ?? ''))
  same('to let him go', reply.ok ? 'ok' : reply.code, holds ? 'STILL_CARRIES' : 'ok')
  if (reply.ok) world.gone.add('he')
}

const isAsked = (errand: Parameters<typeof namedIn>[0]): boolean =>
  errand.state === 'dispatched' && namedIn(errand) === 'he'

/** 何师傅 is off the list from one moment to the next, whatever he has in hand; the clock looks at it. */
export async function leaves({ world, town, said }: Play): Promise<void> {
  said.push('何师傅不在了')
  world.gone.add('he')
  await town.set('people', idOf('he'), { memberships: [], rev: 'gone' })
  for (const { id, door, state } of world.errands)
    if (door === 'he' && ['dispatched', 'accepted', 'underway'].includes(state))
      await town.set('errands', id, { dueAt: world.now() })
}
