import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { fridgeSheet } from '@domain/household/sheet'
import type { InputOf } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { keepFile, temporaryUrl } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { homeFor } from './home-for'
import { printed } from './printed'

/**
 * 冰箱贴: made anew at every tap, by a link that lives ten minutes. Households of a community to which the same rider comes have the same
 * page, so that the file's name says nothing of any.
 */
export async function sheet({ id }: InputOf<typeof household.sheet>, actor: Actor) {
  const { home } = await homeFor(household.sheet, id, actor)
  const community = await communities.get(home.communityId)
  if (!community) throw new Failure('NOT_FOUND')
  const { regularRiderId = 'nobody', regularRider } = home
  const bytes = await printed(fridgeSheet(community, regularRider))
  const url = await temporaryUrl(await keepFile(`sheet/fridge-${home.communityId}-${regularRiderId}.docx`, bytes))
  return { url, name: '冰箱贴.docx' }
}
