import { errand } from '@domain/errand'
import type { Notice } from '@domain/notice'
import { study } from '@domain/study'
import { dayMs, hourMs, minuteMs, momentOf } from '@domain/time'
import { a, lunch, personId, type Town } from '../town'

/** What the clock must do for a record, by the record's id. */
export interface Backlog {
  errands: { id: string; verb: 'rise' | 'confirm' }[]
  posts: string[]
}

let days = 0

/**
 * Seven errands and three lessons that fall due on the same day: three nobody dispatched, two nobody accepted, one that nobody brought,
 * one that nobody confirmed. None of their notices has been sent yet.
 */
export async function pileUp(town: Town): Promise<Backlog> {
  const today = momentOf('2026-11-23', '13:07') + ++days * 7 * dayMs
  town.cloud.clock.set(today)
  const when = { from: today + hourMs, until: today + 2 * hourMs }
  const ask = async () => (await town.as('daughter')(errand.request, { ...lunch, when })).id
  const offer = (id: string) =>
    town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  const post = async (n: number) => {
    const cards = [{ heading: '一', body: '不堵楼道' }]
    const lesson = { communityId: a, groupId: `${a}-g1`, title: `第${n}课`, cards }
    const { id } = await town.as('desk')(study.write, lesson)
    await town.as('desk')(study.schedule, { id, at: today + dayMs })
    return id
  }

  const ids = []
  for (let n = 0; n < 7; n++) ids.push(await ask())
  const [, , , asked = '', alsoAsked = '', late = '', brought = ''] = ids
  await offer(asked)
  await offer(alsoAsked)
  await town.as('desk')(errand.agree, { id: late, communityId: a, by: 'self' })
  await offer(brought)
  await town.as('zhang')(errand.accept, { id: brought })
  await town.as('zhang')(errand.deliver, { id: brought, how: 'door' })
  const posts = [await post(1), await post(2), await post(3)]
  town.cloud.clock.advance(2 * dayMs + minuteMs)
  return { errands: ids.map(id => ({ id, verb: id === brought ? 'confirm' : 'rise' })), posts }
}

/** Rings minute after minute until the clock has nothing to do any more, also of what it had set aside for five minutes. */
export async function quiet(town: Town): Promise<void> {
  for (let idle = 0; idle < 6;) {
    town.cloud.clock.advance(61_000)
    const { data } = await town.tick()
    idle = Object(data).leased ? 0 : idle + 1
  }
}

/** What is wrong with a backlog that the clock should have worked off: nothing, one hopes. */
export async function wrongs(town: Town, { errands, posts }: Backlog): Promise<string[]> {
  const found: string[] = []
  const expectOnce = (record: Row, verb: string): void => {
    const times = (record.timeline as { verb: string }[]).filter(entry => entry.verb === verb).length
    if (times !== 1) found.push(`${verb} ${times} times`)
  }
  for (const id of posts) expectOnce((await town.stored('posts', id)) ?? {}, 'publish')
  for (const { id, verb } of errands) {
    const record = (await town.stored('errands', id)) ?? {}
    expectOnce(record, verb)
    const told = Object.values(record.outbox as Record<string, Notice>)
    for (const { to, say, reach } of told)
      if (!['pushed', 'read', 'call'].includes(reach)) found.push(`${say} to ${to} is ${reach}`)
    const calls = told.filter(({ reach }) => reach === 'call').length
    if (record.callsOpen !== calls) found.push(`${String(record.callsOpen)} calls counted, ${calls} to make`)
    found.push(...pushWrongs(town, id, told))
  }
  return found
}

type Row = Record<string, unknown>

/** Only 张师傅 has grants: whatever is said to have reached him has, and nothing has reached him twice. */
function pushWrongs(town: Town, id: string, told: Notice[]): string[] {
  const sent = town.cloud.wechat.notices('zhang').filter(notice => JSON.stringify(notice).includes(id))
  const his = told.filter(({ to }) => to.startsWith('person:'))
  const pushed = his.filter(({ reach }) => reach === 'pushed').length
  return sent.length < pushed || sent.length > his.length ? [`${sent.length} pushes for ${pushed} told`] : []
}
