import type { Handset } from './handset'
import { live } from './town'

const living = live()

/** What is done at a door goes through the outbox: its screen does not wait for the cloud. */
async function isSent(phone: Handset, operation: string): Promise<void> {
  await phone.until(() => phone.phone.read().cloud.includes(operation), `waited for ${operation}`)
  await phone.opened()
}

test('a daughter asks, the desk sends a rider, he brings it, and she has it: three phones, by taps alone', async () => {
  const [daughter, desk, rider] = await Promise.all(['daughter', 'desk', 'zhang'].map(openid => living.phone(openid)))
  if (!daughter || !desk || !rider) throw new Error('no phones')

  await daughter.tap(/^请人帮忙/)
  await daughter.tap('送饭')
  await daughter.tap(/^爸爸（/)
  await daughter.tap('社区食堂')
  await daughter.tap('下一步')
  await daughter.tap('10:30-11:00')
  await daughter.tap(/^已付好/)
  await daughter.sees('对不对？')
  await daughter.tap('请社区派人')
  await daughter.sees('社区收到了，正在安排。')

  desk.phone.pull()
  await desk.tap('派给张师傅')
  await desk.sees(/等答应 1/)
  rider.phone.pull()
  await rider.tap('接单')
  await rider.sees('手上的')
  await rider.tap('我出发了')
  await rider.misses('我出发了')
  await isSent(rider, 'errand.depart')
  await rider.tap('送到了')
  await rider.tap('交给了本人', '[role=dialog]')
  await rider.misses('手上的')
  await isSent(rider, 'errand.deliver')

  await daughter.tap('回首页')
  await daughter.sees('送到了。收到请点一下')
  await daughter.tap('收到了')
  await daughter.tap('很好', '[role=dialog]')
  await daughter.tap('收到了', '[role=dialog]')
  await daughter.sees('现在没有在办的')
  for (const { phone } of [daughter, desk, rider]) expect(phone.errors).toEqual([])
})
