import { toBuffer } from 'qrcode'
import { arrivalPage, station as stations } from '../../domain/station'
import { people } from '../../domain/people'
import type { Group } from '../../domain/wechat-group'
import type { Point } from '../../domain/place'
import { ask } from './ask'
import type { OpenTown } from './open-town'

/** A station as the stage needs it: the code at its door, and where the door is. */
export interface Door {
  id: string
  name: string
  code: string
  /** Where its QR image is served. */
  qr: string
  point?: Point
}

/** The stations whose codes the town knows, with their places as the product tells anybody. */
export async function doorsOf({ cloud, town }: OpenTown): Promise<Door[]> {
  const page = await ask(cloud, 'stage-visitor', stations.list, { communityId: town.community.id })
  const points = new Map(page?.rows.map(row => [row.id, row.point]))
  return town.stations.map(({ id, name, code }) => {
    const point = points.get(id)
    return { id, name, code, qr: `/qr/${code}.png`, ...(point ? { point } : {}) }
  })
}

/** The community's WeChat groups, and the number behind 打电话给社区, as the product tells anybody. */
export async function reachOf({ cloud, town }: OpenTown): Promise<{ groups: Group[]; deskNumber: string }> {
  const community = await ask(cloud, 'stage-visitor', people.community, { id: town.community.id })
  const known = community?.groups ?? []
  const one: Group = { id: 'neighbours', name: `${town.community.name}邻里群`, audience: 'all' }
  return { groups: known.length > 0 ? known : [one], deskNumber: community?.phone ?? '' }
}

/** The image on the station's door: a real code, which the scanning phone must decode. */
export function qrOf(code: string): Promise<Buffer> {
  return toBuffer(`/${arrivalPage}?scene=${code}`, { type: 'png', width: 280, margin: 2, errorCorrectionLevel: 'M' })
}
