import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { safety } from '@domain/safety'
import { station } from '@domain/station'
import { study } from '@domain/study'
import { a, application, lunch, openTown, personId, type Town } from '../cloudfunctions/town'
import { hand, type Handset, type Keeper } from './handset'

/** Who opens every page. */
export const people = {
  guest: 'nobody-yet',
  resident: 'daughter',
  rider: 'zhang',
  desk: 'desk',
  keeper: 'keeper',
  office: 'officer',
  department: 'office',
}

/** A town and the phones that are in somebody's hands there. */
export interface Living {
  town: Town
  phone(openid: string, keeper?: Keeper): Promise<Handset>
}

/** Opens a town for the tests of one file, and puts every phone away after them. */
export function live(): Living {
  const phones: Handset[] = []
  const living: Partial<Living> = {}
  beforeAll(async () => {
    living.town = await openTown()
  })
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close()
  })
  afterAll(() => living.town?.close())
  return {
    get town() {
      if (!living.town) throw new Error('the town is not open yet')
      return living.town
    },
    async phone(openid, keeper) {
      const phone = hand(this.town, openid, keeper)
      phones.push(phone)
      phone.phone.start()
      await phone.opened()
      return phone
    },
  }
}

/** Something of everything: errands in many states, a lesson that somebody has reported. @returns what the pages are opened with */
export async function fill(town: Town): Promise<Record<string, string>> {
  const ask = () => town.as('daughter')(errand.request, lunch)
  const dispatched = async () => {
    const { id } = await ask()
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
    return id
  }
  await ask()
  await dispatched()
  const delivered = await dispatched()
  await town.as('zhang')(errand.accept, { id: delivered })
  await town.as('zhang')(errand.deliver, { id: delivered, how: 'person' })
  const accepted = await dispatched()
  await town.as('zhang')(errand.accept, { id: accepted })
  await town.as('zhang')(errand.reveal, { id: accepted, householdId: town.fatherId })
  const cards = ['一', '二'].map(heading => ({ heading, body: '三分钟看完' }))
  const lesson = await town.as('desk')(study.write, { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards })
  await town.as('desk')(study.send, { id: lesson.id })
  await town.as('neighbour')(safety.report, { of: 'post', id: lesson.id, why: 'ad' })
  await town.as('wu')(rider.apply, application)
  await town.as('li')(station.announce, { code: 'K7Q2M9' })
  const ofHome = ['one', 'edit', 'errands', 'looks', 'sheet'].map(page => [
    `pages/household/${page}/index`,
    '?id=h-father',
  ])
  return {
    ...Object.fromEntries(ofHome),
    'pages/errand/one/index': `?id=${accepted}`,
    'pages/errand/ask/index': '?kind=meal',
    'pages/errand/relieve/index': `?id=${personId('zhang')}`,
    'pages/rider/one/index': `?id=${personId('zhang')}`,
    'pages/membership/community/index': `?id=${a}`,
    'pages/people/consent/index': '?what=privacy',
    'pages/station/one/index': '?id=s1',
    'pages/station/keep/index': '?id=s1',
    'pages/station/arrive/index': '?code=K7Q2M9',
    'pages/study/read/index': `?id=${lesson.id}`,
  }
}
