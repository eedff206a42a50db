import { templates } from '../../domain/template'
import { minuteMs } from '../../domain/time'
import * as z from '../../domain/zod'
import type { Hub } from './events'
import { Card, type Message } from './group'
import type { House } from './house'
import type { OpenTown } from './open-town'

/** Something a stage's page may do; false when what it sent is not as it should be. */
export type Deed = (body: unknown, open: OpenTown) => Promise<boolean>

function deed<S extends z.ZodMiniType>(
  schema: S,
  does: (input: z.infer<S>, open: OpenTown) => Promise<void> | void,
): Deed {
  return async (body, open) => {
    const input = z.safeParse(schema, body)
    if (input.success) await does(input.data, open)
    return input.success
  }
}

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))
const Said = z.object({ openid: text(64), groupId: text(64), card: z.optional(Card), text: z.optional(text(200)) })

/** 群里打的字: said once in a group, after the first line that somebody typed. */
const unread = '群里打的字，新邻读不到。书记看见了，在书记台点“接到电话，记一单”'

/** What the page may do, by the last word of the path it posts to. */
export function deedsOf(house: House, hub: Hub): Record<string, Deed> {
  function tellLine(open: OpenTown, line: Omit<Message, 'id' | 'at'>): void {
    hub.tell({ kind: 'group', message: open.diary.say({ ...line, at: open.cloud.clock.now() }) })
  }
  const nameOf = (open: OpenTown, openid: string): string =>
    open.town.people.find(person => person.openid === openid)?.name ?? '有人'

  return {
    say: deed(Said, ({ openid, groupId, card, text: typed }, open) => {
      const who = nameOf(open, openid)
      if (card) tellLine(open, { groupId, who, what: { card } })
      if (typed === undefined) return
      const first = !open.diary.read().messages.some(line => line.groupId === groupId && 'text' in line.what)
      tellLine(open, { groupId, who, what: { text: typed } })
      if (first) tellLine(open, { groupId, who: '', what: { remark: unread } })
    }),
    opened: deed(z.object({ openid: text(64), message: z.number() }), ({ openid, message }, open) => {
      const card = open.diary.read().messages.find(line => line.id === message)
      if (card) tellLine(open, { groupId: card.groupId, who: nameOf(open, openid), what: { opened: message } })
    }),
    heard: deed(z.object({ words: text(200) }), ({ words }, open) => {
      const heard = { words, at: open.cloud.clock.now() }
      open.diary.write({ heard })
      hub.tell({ kind: 'landline', heard })
    }),
    acted: deed(z.object({ openid: text(64), area: text(20), verb: text(20) }), ({ openid, area, verb }, open) => {
      const calls = open.cloud
        .stats()
        .invocations.filter(call => call.openid === openid && call.fn === area && call.verb === verb)
      const last = calls.at(-1)
      if (last) hub.tell({ kind: 'cost', calls: 1, requests: last.requests })
    }),
    later: deed(z.object({ minutes: z.number().check(z.gte(1), z.lte(24 * 60)) }), async ({ minutes }, open) => {
      open.cloud.clock.advance(minutes * minuteMs)
      open.diary.write({ lastAt: open.cloud.clock.now() })
      hub.tell({ kind: 'clock', at: open.cloud.clock.now() })
      await open.cloud.trigger('clock').catch(() => undefined)
      house.look(open.town.community.id)
    }),
    runOut: deed(z.object({ openid: text(64) }), ({ openid }, { cloud }) => {
      for (const { id } of Object.values(templates)) while (cloud.wechat.spend(openid, id)) continue
    }),
    restart: deed(z.object({}), () => house.startAgain()),
  }
}
