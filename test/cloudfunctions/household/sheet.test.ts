import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { strFromU8, unzipSync } from 'fflate'
import { momentOf } from '@domain/time'
import { openTown, personId, type Town } from '../town'
import { traces } from '../privacy/store'
import { granny, openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** Every part of the document, as text. */
async function insideOf(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  return Object.values(unzipSync(bytes))
    .map(part => strFromU8(part))
    .join('\n')
}

test('the fridge sheet is an A5 page with the desk’s number at 40 points, and holds no secret', async () => {
  const id = await openGranny(town)
  const { rev = '' } = await town.as('desk')(household.one, { id })
  await town.as('desk')(household.regular, { id, rev, riderId: personId('zhang') })
  const { url, name } = await town.as('grandson')(household.sheet, { id })
  expect(name).toBe('冰箱贴.docx')
  const inside = await insideOf(url)
  for (const words of [
    '要人帮忙，打',
    '08580000000',
    '来的人会先说口令，对得上再开门',
    '不转账、不给银行卡、不报验证码',
    '金星社区 书记台',
    '常来的：张师傅',
    '照片',
  ])
    expect(inside).toContain(words)
  expect(inside).toMatch(/<w:sz w:val="80"\/>.{0,200}08580000000/)
  expect(inside).toMatch(/<w:pgSz [^>]*w:w="8391"[^>]*w:h="11906"/)
  const { door, elder, phones } = granny
  const theirs = [door, elder, '刘先生', '13800000001', ...phones.map(({ number }) => number), id]
  // When it was made is no secret, and its digits may be anybody's door.
  const said = inside.replace(/<dcterms:[^>]*>[^<]*/g, '')
  for (const secret of theirs) expect(said).not.toContain(secret)
  expect(decodeURIComponent(url)).not.toContain(id)
  expect(decodeURIComponent(url)).not.toContain(personId('zhang'))
})

test('the fridge sheet, which says who comes, is gone after some days', async () => {
  const id = await openGranny(town)
  const { url } = await town.as('grandson')(household.sheet, { id })
  await town.as('desk')(household.sheet, { id })
  expect((await fetch(url)).status).toBe(200)
  town.cloud.clock.set(momentOf('2026-11-29', '03:00'))
  await town.tick()
  expect((await fetch((await town.as('grandson')(household.sheet, { id })).url)).status).toBe(200)
  town.cloud.clock.set(momentOf('2026-12-05', '03:00'))
  await town.tick()
  expect(await traces(['.docx'])).toEqual([])
})

test('who has looked at nobody’s door is not in the log for having printed it', async () => {
  const id = await openGranny(town)
  await town.as('desk')(household.sheet, { id })
  expect((await town.as('grandson')(household.looks, { id })).rows).toEqual([])
  expect((await town.as('grandson')(errand.history, { householdId: id })).rows).toEqual([])
})
