import { h } from './dom'
import { openPhone, type Phone, type PhoneHears } from './phone'
import type { Phones } from './turn'
import type { Hand, Person, World } from './wire'

/** The three phones side by side; on a narrow window, behind tabs. */
export interface Trio {
  root: HTMLElement
  phones: Record<Hand, Phone>
  all: Phone[]
  /** Shows that phone where only one has room. */
  bringForward(hand: Hand): void
  /** 轮到谁: the flag over one phone, and over no other. */
  flag(due: Hand | undefined, words: string | undefined): void
  /** Who holds them, and what they show. */
  stand(): Phones
}

const titles: Record<Hand, string> = { family: '居民', desk: '书记台', rider: '骑手' }
const order = ['family', 'desk', 'rider'] as const satisfies Hand[]

/** Sets the phones up, each in the hands of the first of its people. */
export function openTrio(world: World, hears: PhoneHears): Trio {
  const first = (hand: Hand): Person =>
    world.people.find(person => person.phone === hand) ?? {
      openid: `nobody-${hand}`,
      name: titles[hand],
      role: '',
      phone: hand,
      communityId: world.community.id,
    }
  const open = (hand: Hand, i: number) => openPhone(hand, world.ports[i] ?? 0, first(hand), hears)
  const phones: Record<Hand, Phone> = { family: open('family', 0), desk: open('desk', 1), rider: open('rider', 2) }
  const all = order.map(hand => phones[hand])

  const tab = (hand: Hand) =>
    h('button', { type: 'button', 'data-hand': hand, onclick: () => bringForward(hand) }, titles[hand])
  const tabs = h('nav', { class: 'tabs', 'aria-label': '手机' }, ...order.map(tab))
  const root = h('main', { class: 'table', 'data-shown': 'family' }, tabs, ...all.map(phone => phone.root))

  function bringForward(hand: Hand): void {
    root.dataset.shown = hand
  }

  return {
    root,
    phones,
    all,
    bringForward,
    flag(due, words) {
      for (const hand of order) {
        phones[hand].head.flag(hand === due ? words : undefined)
        tabs.querySelector(`[data-hand=${hand}]`)?.classList.toggle('due', hand === due)
      }
    },
    stand() {
      const { family, desk, rider } = phones
      return {
        names: { family: family.person().name, desk: desk.person().name, rider: rider.person().name },
        paths: { family: family.path(), desk: desk.path(), rider: rider.path() },
      }
    },
  }
}
