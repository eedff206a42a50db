import { clockOf } from '../../../domain/time'
import doorDrawing from './drawing/door.svg'
import telephoneDrawing from './drawing/telephone.svg'
import { drawing } from './drawing'
import { h } from './dom'
import type { Errand, Heard, Story } from './wire'

/** The home of the elder who has only a landline and a door. */
export interface Home {
  root: HTMLElement
  /** What she was just told on the telephone. */
  hears(heard: Heard): void
  /** Who stands at the door. */
  show(story: Story): void
  /** The button by which she calls. */
  call: HTMLElement
}

/** What one sees of the door, by the state of her errand. */
const doors = new Map<string, (errand: Errand) => { look: string; words: string }>([
  ['accepted', e => ({ look: 'shut', words: `${e.riderName ?? '师傅'}还没到` })],
  ['underway', e => ({ look: 'visited', words: `${e.riderName ?? '师傅'}敲门，先说：“${e.word ?? ''}”` })],
  ['delivered', () => ({ look: 'given', words: '东西送到了' })],
])

/** Draws the home; `ring` is her picking up the receiver to call. */
export function openHome(elder: string, heard: Heard | undefined, ring: () => void): Home {
  const ear = h('p', { class: 'ear', role: 'status' })
  const door = h('p', { class: 'door-words' })
  const call = h('button', { class: 'her-call', type: 'button', onclick: ring }, '她打电话')
  const place = h('div', { class: 'door shut' }, drawing(doorDrawing))
  const root = h(
    'section',
    { class: 'side home', 'aria-label': `${elder}家` },
    h('h2', {}, `${elder}家`, h('small', {}, '只有座机')),
    h('div', { class: 'home-scene' }, h('div', { class: 'telephone' }, drawing(telephoneDrawing)), place, call, door),
    ear,
  )

  function hears({ words, at }: Heard): void {
    ear.textContent = `${clockOf(at)} 社区来电：“${words}”`
    root.classList.add('heard')
  }

  if (heard) hears(heard)
  else ear.textContent = '电话没有响过'
  return {
    root,
    hears,
    call,
    show({ elder: errand }) {
      const { look, words } = (errand && doors.get(errand.state)?.(errand)) ?? { look: 'shut', words: '门口没有人' }
      place.className = `door ${look}`
      door.textContent = words
    },
  }
}
