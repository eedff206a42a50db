import { home, idOf, whoIs } from './people'
import { same, sorted, type Answer } from './verb'
import { hour, isCarried, isDesk, namedIn, type Errand, type Notice, type Party } from './world'

const partyOf = (to: unknown): Party =>
  to === 'family' || to === 'desk' || to === 'pool' ? to : (whoIs(String(to).replace('person:', '')) ?? 'stranger')

const doorOf = ({ door }: Errand): string[] =>
  door === undefined
    ? []
    : [door === 'everybody' ? `community:${home}` : door === 'near' ? 'compound:k1' : `person:${idOf(door)}`]

const noticesIn = (record: Answer): [string, Answer][] => Object.entries(Object(record.outbox))

/** Takes over the ids of what was just told; throws when others were told, or other things. */
export function noteTold(
  errand: Errand,
  record: Answer,
  told: readonly [Party, string][],
  reachOf: (errand: Errand, to: Party, say: string) => Notice['reach'] = () => 'waiting',
): void {
  const fresh = noticesIn(record).filter(([id]) => !errand.told.has(id))
  const is = fresh.map(([, { to, say }]) => `${partyOf(to)} ${String(say)}`)
  same('who was told what', sorted(is), sorted(told.map(([to, say]) => `${to} ${say}`)))
  for (const [id, { to, say, at }] of fresh) {
    const party = partyOf(to)
    errand.told.set(id, { to: party, say: String(say), at: Number(at), reach: reachOf(errand, party, String(say)) })
  }
}

/** The two places of that day in his hands. */
function placesOn(rider: string, day = 0): string[] {
  const on = new Date(day * 24 * hour).toISOString().slice(0, 10)
  return [`${rider}#${on}#0`, `${rider}#${on}#1`]
}

/** Throws where the stored record is not what the story says. */
export function compare(errand: Errand, record: Answer): void {
  same('the state', record.state, errand.state)
  same('who has it', record.riderId, errand.rider && idOf(errand.rider))
  same('to whom it stands open', record.openTo, doorOf(errand))
  if (errand.state === 'dispatched') {
    const offer: Answer = Object(record.offer)
    const named = namedIn(errand)
    same('who is asked', [offer.to, offer.riderId], named ? ['rider', idOf(named)] : ['pool', undefined])
    same('whether it was seen', offer.seenAt !== undefined, errand.offer?.seen)
  }
  const { rider } = errand
  const inHand = isCarried(errand) && rider !== undefined && !isDesk(rider) && errand.kind !== 'ride'
  const places = inHand ? placesOn(idOf(rider), errand.handOn) : [errand.id]
  same('its place in a hand', places.includes(String(record.slot)), true)
  same('the tries', record.digitsTries, errand.tries)
  same('whether it is a newcomer’s', record.newcomer, errand.newcomer)
  same('whether it is urgent', record.urgent !== undefined, errand.urgent)
  same('until when the weather holds it', Object(record.stop).until, errand.stop)
  const { backup } = errand
  const standsBy = backup && [idOf(backup.who), backup.ready ? 'ready' : 'asked']
  same('who stands by', record.backupId && [record.backupId, record.backupState], standsBy)
  same('whether they were reminded', record.remindedAt !== undefined, errand.reminded !== undefined)
  same('where the goods are', record.goodsAt, errand.goodsAt)
  same('why it rose', Object(record.escalated).why, errand.risen)
  const { money } = errand
  const paper: Answer = Object(record.bill)
  const asked: Answer = Object(record.more)
  const is = [record.account, paper.fen, paper.receipt !== undefined, asked.fen, asked.yesAt !== undefined]
  const account = money && (money.isOpen ? 'open' : 'settled')
  const must = [account, money?.bill?.fen, money?.bill?.by !== undefined, money?.more?.fen, money?.more?.yes === true]
  same('the money', is, must)
  const said = [record.paidAt !== undefined, record.receivedAt !== undefined]
  same('who said it is settled', said, [money?.paid === true, money?.received === true])
  const lines: Answer[] = Array.isArray(record.timeline) ? record.timeline : []
  same(
    'what happened',
    lines.map(line => `${String(line.verb)} ${line.byId === 'clock' ? 'clock' : whoIs(line.byId)}`),
    errand.story.map(line => `${line.verb} ${line.who}`),
  )
  const told = noticesIn(record).map(([id, { reach }]) => `${id} ${String(reach)}`)
  same('what was told', sorted(told), sorted([...errand.told].map(([id, { reach }]) => `${id} ${reach}`)))
  const open = [...errand.told.values()].filter(({ reach }) => reach === 'call' || reach === 'noAnswer')
  same('the calls to make', record.callsOpen, open.length)
}
