import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { fridgeSheet } from '@domain/household/sheet'
import type { InputOf } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { collectionOf, isDuplicate, keepFile, temporaryUrl } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { hash } from '../kernel/hash'
import { homeFor } from './home-for'
import { printed } from './printed'

/**
 * 冰箱贴: made anew at every tap, by a link that lives ten minutes. The same page has the same file, whose name says nothing of it; the clock
 * removes it with other sheets, because it says who comes.
 */
export async function sheet({ id }: InputOf<typeof household.sheet>, actor: Actor) {
  const { home } = await homeFor(household.sheet, id, actor)
  const community = await communities.get(home.communityId)
  if (!community) throw new Failure('NOT_FOUND')
  const page = fridgeSheet(community, home.regularRider)
  const file = await keepFile(`sheet/${hash(JSON.stringify(page))}.docx`, await printed(page))
  await keepForAWhile(home.communityId, file, actor.now)
  return { url: await temporaryUrl(file), name: '冰箱贴.docx' }
}

async function keepForAWhile(communityId: string, file: string, at: number): Promise<void> {
  const sheets = collectionOf('sheetFiles')
  const _id = `f${hash(file)}`
  const { stats } = await sheets.where({ _id }).update({ data: { at } })
  if (stats.updated > 0) return
  await sheets.add({ data: { _id, communityId, file, at } }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}
