import { sentAway } from '../as'
import { idOf, names, type Who } from '../people'
import { isFresh, isNear, laidOut } from '../sight'
import { same, type Verb } from '../verb'
import { hour, isDesk, isFamily, isRiderHere, type Errand, type World } from '../world'

const waiting = ['requested', 'returned', 'dispatched']
const dayAfter = 24 * hour

function mayReveal(world: World, who: Who, errand: Errand, rider: Who | undefined): boolean {
  if (isDesk(who)) return rider === undefined || errand.met.has(rider)
  return isNear(world, errand) && (rider === undefined || rider === errand.rider)
}

export const reveal: Verb = (world, who, errand, [, b, c]) => {
  const rider = b % 2 === 0 ? undefined : c % 4 === 0 ? 'li' : (errand.rider ?? 'zhang')
  const holder = isRiderHere(world, who) && errand.rider === who
  const away = holder ? undefined : sentAway(world, who, errand, 'family', 'desk')
  const isPast = errand.story.some(line => line.who === who) && isRiderHere(world, who)
  return {
    say: `${names[who]}看号码${rider ? `，${names[rider]}的` : ''}`,
    input: { id: errand.id, householdId: errand.home, ...(rider && { riderId: idOf(rider) }) },
    code:
      away && !holder ? (isPast ? 'WRONG_STATE' : away) : mayReveal(world, who, errand, rider) ? 'ok' : 'WRONG_STATE',
    expects(answer) {
      // One of the desk who goes himself has given no number.
      const number = rider === undefined ? '13900000001' : isDesk(rider) ? '[]' : '13800000001'
      same('the number', JSON.stringify(answer).includes(number), true)
    },
    happens: () => ({ errand }),
  }
}

export const photo: Verb = (world, who, errand) => {
  const holds = errand.rider === who && isRiderHere(world, who)
  const carries = holds && isFresh(world, errand)
  const isParty = isDesk(who) || isFamily(who) || carries
  const mayAsk = who !== 'stranger' && !(who === 'he' && world.gone.has(who))
  return {
    say: `${names[who]}看送到的照片`,
    input: { id: errand.id },
    code: !mayAsk ? 'FORBIDDEN' : !errand.photo ? 'NOT_FOUND' : isParty ? 'ok' : 'FORBIDDEN',
    // WeChat has not looked at it yet: the desk alone and whoever took it may.
    expects: answer => same('the photo', answer.url !== '', isDesk(who) || holds),
  }
}

const open = ['id', 'state', 'communityId', 'my', 'kind', 'compound', 'when', 'riderName', 'waits']

export const one: Verb = (world, who, errand) => {
  const side = isDesk(who) || isFamily(who)
  const brings = errand.rider === who && isRiderHere(world, who) && isNear(world, errand)
  const isHere = side || isRiderHere(world, who)
  return {
    say: `${names[who]}打开这一单`,
    input: { id: errand.id },
    code: errand.newcomer && !side ? 'FORBIDDEN' : 'ok',
    expects(answer) {
      same('the state', answer.state, errand.state)
      const { word, digits } = world.record(errand)
      const reads = side || brings || laidOut(world, who, errand)
      same('where the goods are', answer.goodsAt, reads ? errand.goodsAt : undefined)
      same('the word', answer.word, side || brings ? word : undefined)
      same('the digits', answer.digits, isFamily(who) ? digits : undefined)
      if (!isHere)
        same(
          'what others see',
          Object.keys(answer).filter(field => !open.includes(field)),
          [],
        )
      if (!side && !brings) same('whose home it is', answer.elder, undefined)
    },
  }
}

export const card: Verb = (world, who, errand) => {
  const stands = errand.card !== undefined && errand.card.until > world.now()
  const makes = waiting.includes(errand.state) && !stands
  return {
    say: `${names[who]}发到群里说一声`,
    input: { id: errand.id },
    code: sentAway(world, who, errand, 'family', 'desk') ?? 'ok',
    expects: answer => same('a live card', typeof answer.id === 'string', stands || makes),
    happens(at) {
      if (!makes) return undefined
      errand.card = { until: at + dayAfter }
      return { errand }
    },
  }
}
