import { sentAway } from '../as'
import { elsewhere, home, idOf, names, type Who } from '../people'
import { isFresh } from '../sight'
import { chosen, rowsOf, same, sorted, type Verb } from '../verb'
import { isCarried, isDesk, isFamily, isRiderHere, owes, wasCalledOff, type Errand, type Party } from '../world'

/** Up to 50 yuan are laid out unasked. */
const cap = 5000
const more = 6000
const brought = ['delivered', 'confirmed', 'disputed', 'failed']
const sums = [3250, 3250, more, 0] as const
const told = (rider: Who | undefined, say: string): [Party, string][] => (rider ? [[rider, say]] : [])

/** 写花了多少. */
export const bill: Verb = (world, who, errand, [, b, c]) => {
  const fen = chosen(sums, b)
  const { money } = errand
  const isWithin = fen <= cap || money?.more?.yes === true
  const isTime = brought.includes(errand.state) || wasCalledOff(world, errand)
  const fits = isTime && money !== undefined && !money.paid && !money.received
  const late = money && fen > cap ? 'OVER_CAP' : 'WRONG_STATE'
  const away = sentAway(world, who, errand, 'its rider', 'desk')
  const photo = c % 2 === 0 ? world.photoOf(errand, who, 'receipt') : undefined
  return {
    say: `${names[who]}写花了 ${fen} 分${photo ? '，拍了小票' : ''}`,
    input: { id: errand.id, fen, ...(photo && { receipt: photo }) },
    code: away === 'FORBIDDEN' ? away : away === undefined && fits && isWithin ? 'ok' : late,
    happens() {
      if (money) Object.assign(money, { bill: { ...money.bill, fen, ...(photo && { by: who }) }, isOpen: fen > 0 })
      return { errand, told: [['family', 'billed']] }
    },
  }
}

export const askMore: Verb = (world, who, errand) => ({
  say: `${names[who]}问能不能花 ${more} 分`,
  input: { id: errand.id, fen: more },
  code:
    sentAway(world, who, errand, 'its rider') ??
    (isCarried(errand) && errand.money && !errand.money.bill ? 'ok' : 'WRONG_STATE'),
  happens() {
    if (errand.money) errand.money.more = { fen: more, yes: false }
    return {
      errand,
      told: [
        ['family', 'moreAsked'],
        ['desk', 'moreAsked'],
      ],
    }
  },
})

/** Whom they read as the one who brings it: he is told. */
const readAs = (errand: Errand, c: number): Who | undefined =>
  c % 5 === 0 ? 'li' : c % 5 === 1 ? undefined : errand.rider
const isRead = (errand: Errand, rider: Who | undefined): boolean => rider === undefined || rider === errand.rider

export const allowMore: Verb = (world, who, errand, [, , c]) => {
  const rider = readAs(errand, c)
  const fits = errand.money?.more?.yes === false && isRead(errand, rider)
  return {
    say: `${names[who]}说可以，先垫上`,
    input: { id: errand.id, fen: more, ...(rider && { riderId: idOf(rider) }) },
    code: sentAway(world, who, errand, 'family', 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens() {
      if (errand.money?.more) errand.money.more.yes = true
      return { errand, told: told(rider, 'moreAllowed') }
    },
  }
}

/** Both say it; the second of them settles it. */
const saysSettled = ({ money }: Errand, word: 'paid' | 'received'): void => {
  if (!money) return
  money[word] = true
  if (money.paid && money.received) money.isOpen = false
}

export const pay: Verb = (world, who, errand, [, b, c]) => {
  const rider = readAs(errand, c)
  const { money } = errand
  const fen = b % 8 === 0 ? 1 : (money?.bill?.fen ?? 3250)
  const fits = money?.isOpen === true && money.bill?.fen === fen && !money.paid && isRead(errand, rider)
  return {
    say: `${names[who]}说钱给了`,
    input: { id: errand.id, fen, ...(rider && { riderId: idOf(rider) }) },
    code: sentAway(world, who, errand, 'family', 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens() {
      saysSettled(errand, 'paid')
      return { errand, told: told(rider, 'paid') }
    },
  }
}

export const receive: Verb = (world, who, errand, [, b]) => {
  const { money } = errand
  const fen = b % 8 === 0 ? 1 : (money?.bill?.fen ?? 3250)
  const fits = money?.isOpen === true && money.bill?.fen === fen && !money.received
  return {
    say: `${names[who]}说钱收到了`,
    input: { id: errand.id, fen },
    code: sentAway(world, who, errand, 'its rider', 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens() {
      saysSettled(errand, 'received')
      return { errand, told: [['family', 'received']] }
    },
  }
}

export const receipt: Verb = (world, who, errand) => {
  const holds = errand.rider === who && isRiderHere(world, who)
  const carries = holds && (isFresh(world, errand) || errand.money?.isOpen === true)
  const by = errand.money?.bill?.by
  const mayAsk = who !== 'stranger' && !(who === 'he' && world.gone.has(who))
  return {
    say: `${names[who]}看小票`,
    input: { id: errand.id },
    code: !mayAsk ? 'FORBIDDEN' : !by ? 'NOT_FOUND' : isDesk(who) || isFamily(who) || carries ? 'ok' : 'FORBIDDEN',
    expects: answer => same('the receipt', answer.url !== '', isDesk(who) || who === by),
  }
}

export const accounts: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 4 === 0 ? elsewhere : home
  return {
    say: `${names[who]}看没算清的账`,
    input: { communityId },
    code: (communityId === home ? isDesk(who) : who === 'desk-b') ? 'ok' : 'FORBIDDEN',
    expects(answer) {
      const must = communityId === home ? world.errands.filter(owes).map(({ id }) => id) : []
      same('what is not settled', sorted(rowsOf(answer).map(row => String(row.id))), sorted(must))
    },
  }
}
