import { station } from '@domain/station'
import { live } from './town'

const living = live()

test('who cannot prove that he is there pulls the page down after the clerk has nodded, and is counted', async () => {
  const phone = await living.phone('li', {
    scan: async () => ({ ok: false, no: 'left' }),
    locate: async () => ({ ok: false, no: 'refused' }),
  })
  await phone.open('/pages/station/arrive/index?code=K7Q2M9')
  await phone.tap('我到了')
  await phone.sees(/先给您记着，等店里人点一下/)
  const { rows } = await living.town.as('keeper')(station.waiting, { id: 's1' })
  await living.town.as('keeper')(station.admit, { id: rows[0]?.id ?? '' })
  phone.phone.pull()
  await phone.sees('到了，记好了')
  expect(phone.phone.errors).toEqual([])
})

test('the code at the door is scanned, the place is asked once, and the visit is counted', async () => {
  const phone = await living.phone('zhang', {
    scan: async () => ({ ok: true, value: '/pages/station/arrive/index?scene=K7Q2M9' }),
    locate: async () => ({ ok: true, value: { lat: 26.5901, lng: 104.8301, accuracyMetres: 20 } }),
  })
  await phone.open('/pages/station/arrive/index')
  await phone.tap('扫门口的码')
  await phone.tap('我到了')
  await phone.sees('到了，记好了')
})
