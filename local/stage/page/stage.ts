import { openAsked } from './asked-list'
import { asksOf, share } from './asks'
import { connectCalls } from './calls'
import { openChat } from './chat'
import { openChooser } from './chooser'
import { h } from './dom'
import { openHome } from './home'
import { openNotices } from './notice-list'
import { choosePerson } from './people-sheet'
import type { PhoneHears } from './phone'
import { openStrip } from './strip'
import { openTop } from './top'
import { openTour } from './tour'
import { openTrio } from './trio'
import { flagOf, turnOf } from './turn'
import { listen, post, readWorld, type Story, type World } from './wire'

/** Everything that speaks of time; each area is asked for again when the clock was moved. */
const timely = ['errands', 'posts', 'stations'] as const

/** Sets the whole stage up. */
function play(world: World): void {
  let story: Story = world.story
  const hears: PhoneHears = {
    share(phone, id, card) {
      const others = trio.all.filter(other => other !== phone)
      share(phone, card, others, world.groups, sent => phone.say({ kind: 'answer', id, value: sent }))
    },
    ask: (phone, { id, what, payload }) =>
      asks[what](phone, payload, value => phone.say({ kind: 'answer', id, value })),
    acted: (phone, area, verb) => void post('acted', { openid: phone.person().openid, area, verb }),
    moved: () => tour.look(story.errand),
    runOut: phone => void post('runOut', { openid: phone.person().openid }),
    choosePerson: phone =>
      choosePerson(phone, world.people, person => {
        phone.give(person)
        draw()
      }),
  }
  const trio = openTrio(world, hears)
  const calls = connectCalls(world, trio, () => story)
  const asks = asksOf(world, { connected: calls.connected })
  const top = openTop(world.community.name, world.at)
  const tour = openTour(top.walk, trio)
  const strip = openStrip()
  const notices = openNotices(world.people, world.notices)
  const asked = openAsked(world.people, world.asked)
  notices.root.append(asked.root)
  const home = openHome(world.landline?.elder ?? '王奶奶', world.heard, calls.fromHome)
  const chooser = openChooser(trio)
  const chat = openChat(world, {
    speakers: () => trio.all.map(phone => phone.person()),
    openCard: chooser.ask,
  })

  function draw(): void {
    const turn = turnOf(story.errand)
    const flag = turn && story.errand ? flagOf(story.errand, turn, trio.stand().names) : undefined
    trio.flag(turn?.hand, flag)
    strip.show(story.errand, flag)
    home.show(story)
    tour.look(story.errand)
  }

  const side = h('aside', { class: 'right' }, chat.root, notices.root, home.root, chooser.root)
  document.body.replaceChildren(top.root, trio.root, side, strip.root)
  draw()
  window.addEventListener('resize', draw)
  listen(
    {
      changed: ({ collection, communityId }) =>
        trio.all.forEach(phone => phone.say({ kind: 'changed', collection, communityId })),
      group: ({ message }) => chat.add(message),
      notice({ notice }) {
        notices.add(notice)
        const theirs = trio.all.filter(phone => phone.person().openid === notice.openid)
        if (notice.delivered) theirs.forEach(phone => phone.drop(notice))
      },
      asked(told) {
        asked.add(told.asked)
        if (told.asked.activity !== undefined) chat.begin(told.asked.activity)
      },
      landline: ({ heard }) => home.hears(heard),
      cost: ({ calls: count, requests }) => strip.cost(count, requests),
      story(told) {
        story = told.story
        draw()
      },
      clock({ at }) {
        top.setClock(at)
        for (const collection of timely) trio.all.forEach(phone => phone.say({ kind: 'changed', collection }))
      },
      restarted: () => window.location.reload(),
    },
    () => window.location.reload(),
  )
}

readWorld().then(play, (error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  document.body.replaceChildren(h('p', { class: 'opening' }, `台子没摆起来：${why}`))
})
