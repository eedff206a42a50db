import { minuteMs } from '@domain/time'
import type { Row } from './bench'
import type { Handset } from './handset'
import type { Living } from './town'

/** What people come for, each step by taps on the phone that does it. @returns what each asked of the cloud and sent to its screen */
export async function tasks(living: Living, lessonId: string): Promise<Row[]> {
  const rows: Row[] = []
  // What was asked a second ago is not asked again when its page is shown (src/client/asking.ts): on a slow machine a task would cost more.
  let now = Date.now()
  const phoneOf: Living['phone'] = async (openid, keeper) => {
    const phone = await living.phone(openid, keeper)
    phone.window.Date.now = () => now
    return phone
  }

  async function does(name: string, phone: Handset, taps: () => Promise<unknown>): Promise<void> {
    await phone.opened()
    now += minuteMs
    phone.phone.read()
    const before = living.town.cloud.stats().totals.requests
    await taps()
    await phone.opened()
    const { cloud, calls, bytes } = phone.phone.read()
    const requests = living.town.cloud.stats().totals.requests - before
    rows.push({
      name,
      numbers: { 'cloud calls': cloud.length, 'database requests': requests, 'setData calls': calls, B: bytes },
    })
  }
  /** Looks at what others did meanwhile; no part of the task. */
  async function looksAgain({ phone, opened }: Handset): Promise<void> {
    phone.pull()
    await opened()
  }

  const daughter = await phoneOf('daughter')
  const desk = await phoneOf('desk')
  const rider = await phoneOf('zhang')
  await does('an errand is asked for, to its end', daughter, async () => {
    await daughter.tap(/^请人帮忙/)
    await daughter.tap('送饭')
    await daughter.tap(/^爸爸（/)
    await daughter.tap('社区食堂')
    await daughter.tap('下一步')
    await daughter.tap('10:30-11:00')
    await daughter.tap(/^已付好/)
    await daughter.tap('请社区派人')
    await daughter.sees('社区收到了，正在安排。')
  })
  await looksAgain(desk)
  await does('the desk sends it to a rider', desk, async () => {
    await desk.tap('派给张师傅')
    await desk.sees(/等答应 1/)
  })
  await looksAgain(rider)
  await does('he accepts it', rider, async () => {
    await rider.tap('接单')
    await rider.sees('手上的')
  })
  await does('he delivers it', rider, async () => {
    await rider.tap('送到了')
    await rider.tap('交给了本人', '[role=dialog]')
    await rider.misses('手上的')
  })
  await daughter.tap('回首页')
  await looksAgain(daughter)
  await does('she confirms it', daughter, async () => {
    await daughter.tap('收到了')
    await daughter.tap('收到了', '[role=dialog]')
    await daughter.sees('现在没有在办的')
  })
  const visitor = await phoneOf('zhang', {
    scan: async () => ({ ok: true, value: '/pages/station/arrive/index?scene=K7Q2M9' }),
    locate: async () => ({ ok: true, value: { lat: 26.5901, lng: 104.8301, accuracyMetres: 20 } }),
  })
  await does('somebody is at a station', visitor, async () => {
    await visitor.open('/pages/station/arrive/index')
    await visitor.tap('扫门口的码')
    await visitor.tap('我到了')
    await visitor.sees('到了，记好了')
  })
  const reader = await phoneOf('daughter')
  await does('a lesson of two pages is read', reader, async () => {
    await reader.open(`/pages/study/read/index?id=${lessonId}`)
    await reader.tap('下一页')
    await reader.tap('看完了')
    await reader.sees('看完了，谢谢您')
  })
  return rows
}
