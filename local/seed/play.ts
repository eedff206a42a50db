import { clock } from '../../domain/clock'
import { type TemplateName, templateNames, templates } from '../../domain/template'
import { people } from '../../domain/people'
import * as z from '../../domain/zod'
import type { Cloud } from '../cloud'
import { recordsOf, type Records } from './records'

/** The part of a row that doing it needs. */
interface Row<I extends z.ZodMiniType, S extends z.ZodMiniType> {
  area: string
  verb: string
  input: I
  output: { schema: S }
}

/** The hands of the seed in a running cloud: it does what people do, by their own calls. */
export interface Play extends Records {
  /** One operation by one person. @throws Error that names who was refused what, and why */
  perform<I extends z.ZodMiniType, S extends z.ZodMiniType>(
    who: string,
    row: Row<I, S>,
    input: z.input<I>,
    key?: string,
  ): Promise<z.output<S>>
  /** The id the product knows this openid by. */
  idOf(openid: string): string
  /** Asks the product for the ids of these. */
  meet(openids: readonly string[]): Promise<void>
  /** What WeChat showed before that moment is not kept: its ledger is written whole with every message. */
  forgetBefore(at: number): void
  /** 允许: so many messages of each template may be sent to this person. */
  grant(openid: string, times: number): void
  /** Writes what WeChat will still take into the person's own ledger, as his phone would have reported it. */
  tellLedger(openid: string): Promise<void>
  goTo(at: number): void
  /** Rings the clock function once; true when it moved something, so that there is more to tell. */
  ring(): Promise<boolean>
}

const Reply = z.object({
  ok: z.boolean(),
  data: z.optional(z.unknown()),
  code: z.optional(z.string()),
  detail: z.optional(z.unknown()),
})

/** Takes a cloud in hand. */
export function newPlay(cloud: Cloud): Play {
  const ids = new Map<string, string>()
  const records = recordsOf(cloud)

  const perform: Play['perform'] = async (who, { area, verb, output }, input, key) => {
    const reply = z.parse(Reply, await cloud.call(area, who, { verb, input, ...(key !== undefined && { key }) }))
    if (!reply.ok)
      throw new Error(
        `${who} ${area}.${verb} ${key ?? ''}: ${reply.code} ${JSON.stringify(reply.detail ?? {})} ${JSON.stringify(input)}`,
      )
    return z.parse(output.schema, reply.data)
  }

  function idOf(openid: string): string {
    const id = ids.get(openid)
    if (id === undefined) throw new Error(`nobody has met ${openid}`)
    return id
  }

  return {
    ...records,
    perform,
    idOf,
    async meet(openids) {
      const learn = async (openid: string): Promise<unknown> =>
        ids.set(openid, (await perform(openid, people.read, { at: 0 }, 'seed:meet')).id)
      await Promise.all(openids.map(learn))
    },
    forgetBefore(at) {
      const { note } = cloud.wechat
      cloud.wechat.note = notice => (notice.at < at ? undefined : note(notice))
    },
    grant(openid, times) {
      for (const name of templateNames) cloud.wechat.grants(openid, templates[name].id, times)
    },
    async tellLedger(openid) {
      const left = (name: TemplateName) => ({ left: cloud.wechat.granted(openid, templates[name].id) })
      const subscribed = Object.fromEntries(templateNames.map(name => [name, left(name)]))
      await records.set('people', idOf(openid), { subscribed })
    },
    goTo: at => cloud.clock.set(at),
    async ring() {
      const reply = z.parse(Reply, await cloud.trigger('clock'))
      if (!reply.ok) throw new Error(`the clock failed: ${reply.code}`)
      const { risen, confirmed } = z.parse(clock.tick.output.schema, reply.data)
      return risen + confirmed > 0
    },
  }
}
