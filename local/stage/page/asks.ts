import * as z from '../../../domain/zod'
import { dial } from './call-sheet'
import { locate } from './locate'
import type { Phone } from './phone'
import { photo } from './photo'
import type { Asked } from './protocol'
import { giveFace, givePhone, showContract } from './profile'
import { scan } from './scan'
import { choice } from './sheet'
import { subscribe } from './subscribe'
import { post, type Card, type Door, type Group, type World } from './wire'

/** WeChat's part: what each question of a phone shows there, and what is answered. */
export type Asks = Record<Asked, (phone: Phone, payload: unknown, answer: (value: unknown) => void) => void>

const Dialled = z.object({ number: z.string() })

interface AskDoes {
  /** Somebody answered a call from this phone. */
  connected(phone: Phone, number: string): void
}

/** Makes WeChat's part for this town. */
export function asksOf(world: World, does: AskDoes): Asks {
  // A person who has just scanned a door's code stands before that door.
  const doorOf = new Map<Phone, Door>()

  return {
    scan: (phone, _, answer) => scan(phone, world.stations, answer, door => doorOf.set(phone, door)),
    locate: (phone, _, answer) => {
      const inPath = world.stations.find(door => phone.path().includes(door.code))
      locate(phone, world.stations, inPath ?? doorOf.get(phone), answer)
    },
    photo: (phone, _, answer) => photo(phone, answer),
    phoneCall(phone, payload, answer) {
      const dialled = z.safeParse(Dialled, payload)
      const number = dialled.success ? dialled.data.number : ''
      dial(phone, number, answered => {
        answer(answered)
        if (answered) does.connected(phone, number)
      })
    },
    subscribe: (phone, payload, answer) => subscribe(phone, payload, answer),
    phone: (phone, _, answer) => givePhone(phone, answer),
    face: (phone, _, answer) => giveFace(phone, answer),
    contract: (phone, _, answer) => showContract(phone, answer),
    settings(phone, _, answer) {
      phone.head.chooseRefusals()
      answer(true)
    },
    // As wx.getGroupEnterInfo: nothing when the page was not opened from a card in a group.
    groupEntry: (phone, _, answer) => answer(phone.cameFrom()),
    chooseGroup: (phone, _, answer) => chooseGroup(phone, world.groups, group => answer(group?.id)),
  }
}

function chooseGroup(phone: Phone, groups: Group[], chosen: (group: Group | undefined) => void): void {
  const choices = groups.map(group =>
    choice(group.name, '', () => {
      phone.sheets.done()
      chosen(group)
    }),
  )
  phone.sheets.lay('发送给', choices, () => chosen(undefined))
}

/** 发到群里说一声: choose a group, or one person's own chat; the card is there at once. */
export function share(
  phone: Phone,
  card: Card,
  others: Phone[],
  groups: Group[],
  answer: (sent: boolean) => void,
): void {
  const send = (to: () => void) => () => {
    phone.sheets.done()
    to()
    answer(true)
  }
  const toGroup = (group: Group) => () => void post('say', { openid: phone.person().openid, groupId: group.id, card })
  const toPerson = (other: Phone) => () =>
    other.drop({
      openid: other.person().openid,
      at: 0,
      words: `${phone.person().name} 转给您：${card.title}`,
      page: card.path,
      delivered: true,
    })
  phone.sheets.lay(
    '发送给',
    [
      ...groups.map(group => choice(group.name, '微信群', send(toGroup(group)), 'main')),
      ...others.map(other => choice(other.person().name, '一个人', send(toPerson(other)))),
    ],
    () => answer(false),
  )
}
