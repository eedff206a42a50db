import { station } from '@domain/station'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { stationCodeIn } from '@domain/station'
import { a, b, openTown, person, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const atDoor = { lat: 26.5901, lng: 104.8301, accuracyMetres: 20 }
const farAway = { lat: 26.61, lng: 104.83, accuracyMetres: 20 }
const code = 'K7Q2M9'
const rev = async () => (await town.as('guest')(station.one, { id: 's1' })).rev ?? ''
const visits = async () => (await town.as('keeper')(station.today, { id: 's1' })).visits

test('anyone, without an account, is counted once a day inside the radius', async () => {
  expect(await town.as('stranger')(station.behind, { code })).toMatchObject({ id: 's1', address: '人民路 18 号' })
  expect(await refusal(town.as('stranger')(station.behind, { code: 'AAAAAA' }))).toBe('NO_SUCH_CODE')
  expect(await town.as('stranger')(station.arrive, { code, fix: atDoor })).toMatchObject({
    state: 'counted',
    stationName: '红色驿站 · 人民路店',
  })
  expect(await town.as('stranger')(station.arrive, { code, fix: atDoor })).toMatchObject({ state: 'counted' })
  expect(await visits()).toBe(1)
})

test('outside, or without a place, it waits for the clerk, and his nod counts it once', async () => {
  const visit = await town.as('stranger')(station.arrive, { code, fix: farAway })
  expect(visit.state).toBe('waiting')
  await town.as('stranger')(station.announce, { code })
  expect(await visits()).toBe(0)
  const { rows } = await town.as('keeper')(station.waiting, { id: 's1' })
  expect(rows).toHaveLength(1)
  await town.as('keeper')(station.admit, { id: visit.id })
  expect(await refusal(town.as('keeper')(station.admit, { id: visit.id }))).toBe('WRONG_STATE')
  expect(await visits()).toBe(1)
  expect(await refusal(town.as('zhang')(station.admit, { id: visit.id }))).toBe('FORBIDDEN')
})

test('who waited and then comes inside the radius is counted', async () => {
  await town.as('stranger')(station.announce, { code })
  expect(await town.as('stranger')(station.arrive, { code, fix: atDoor })).toMatchObject({ state: 'counted' })
  expect(await visits()).toBe(1)
})

test('关一会儿 and 今天不开 are read by everyone, and a closed station takes no visit', async () => {
  await town.as('keeper')(station.close, { id: 's1', rev: await rev(), how: 'today' })
  expect((await town.as('guest')(station.list, { communityId: a })).rows[0]).toMatchObject({
    closure: { how: 'today' },
  })
  expect(await refusal(town.as('stranger')(station.arrive, { code, fix: atDoor }))).toBe('STATION_CLOSED')
  await town.as('keeper')(station.reopen, { id: 's1', rev: await rev() })
  await town.as('stranger')(station.arrive, { code, fix: atDoor })
})

test('a clerk of another shop, and a stale page, change nothing', async () => {
  const seen = await rev()
  await town.as('keeper')(station.attest, { id: 's1', rev: seen })
  expect(await refusal(town.as('keeper')(station.close, { id: 's1', rev: seen, how: 'while' }))).toBe('STALE')
  expect(await refusal(town.as('daughter')(station.close, { id: 's1', rev: await rev(), how: 'while' }))).toBe(
    'FORBIDDEN',
  )
})

test('what is broken is said once and mended', async () => {
  await town.as('stranger')(station.report, { id: 's1', facility: 'water' })
  await town.as('zhang')(station.report, { id: 's1', facility: 'water' })
  expect((await town.as('guest')(station.one, { id: 's1' })).faults).toHaveLength(1)
  expect(await refusal(town.as('zhang')(station.report, { id: 's1', facility: 'microwave' }))).toBe('NOT_FOUND')
  await town.as('keeper')(station.mend, { id: 's1', rev: await rev(), facility: 'water' })
  expect((await town.as('guest')(station.one, { id: 's1' })).faults).toHaveLength(0)
})

test('the code on the door is a QR image that scans, and only the shop prints it', async () => {
  const { png } = await town.as('keeper')(station.code, { id: 's1' })
  const { data, width, height } = PNG.sync.read(Buffer.from(png, 'base64'))
  expect(stationCodeIn(jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '')).toBe(code)
  expect(await refusal(town.as('guest')(station.code, { id: 's1' }))).toBe('FORBIDDEN')
})

test('a clerk who serves another community by now learns nothing more of the shop', async () => {
  const stations = [{ id: 's1', communityId: a, name: '红色驿站' }]
  await town.put('people', person('clerk', '吴店员', [{ communityId: b, role: 'keeper' }], { stations }))
  for (const row of [station.code, station.waiting, station.today])
    expect(await refusal(town.as('clerk')(row, { id: 's1' }))).toBe('FORBIDDEN')
})
