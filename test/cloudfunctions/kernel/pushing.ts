import { sayings, toDesk, toFamily } from '@domain/notice'
import { templateNames, templates } from '@domain/template'
import type { Town } from '../town'
import { everyone } from './everyone'
import type { Thing } from './thing'

const mark = '⟦0⟧'

/** Everything that can be told of an errand is told to all sides, with marks for who and why, and the live card of each changes its line. */
export async function pushEverything(town: Town, things: readonly Thing[]): Promise<void> {
  const { wechat, clock } = town.cloud
  for (const { openid } of everyone)
    for (const name of templateNames) if (openid !== null) wechat.grants(openid, templates[name].id, 1000)
  const at = clock.now()
  const errands = things.filter(({ kind }) => kind === 'errand')
  for (const [i, { id }] of errands.entries()) {
    const { riderId } = (await town.stored('errands', id)) ?? {}
    const sides = [toFamily, toDesk, ...(typeof riderId === 'string' ? [`person:${riderId}`] : [])]
    // Each errand tells its share of all that can be said.
    const said = Object.keys(sayings).filter((_, nth) => nth % errands.length === i)
    const told = said.flatMap(say =>
      sides.map(
        (to, j) => [`n${say.toLowerCase()}${j}`, { to, say, who: mark, why: mark, at, reach: 'waiting' }] as const,
      ),
    )
    wechat.activities.put(`card-${id}`, { until: at + 1e7, state: 0, parameters: {} })
    const card = { id: `card-${id}`, until: at + 1e7, turned: false }
    await town.set('errands', id, { outbox: Object.fromEntries(told), card, dueAt: at })
  }
  await town.tick()
  await town.tick()
}

/** All that WeChat was told, but for whom: pushes, live cards, and what it was asked. */
export function toldWeChat(town: Town): string[] {
  const { wechat } = town.cloud
  return [
    ...wechat.notices().map(({ data, page }) => JSON.stringify({ data, page })),
    ...wechat.asked().map(({ openid: _whom, ...asked }) => JSON.stringify(asked)),
    ...wechat.activities.all().map(([, activity]) => JSON.stringify(activity)),
  ]
}
