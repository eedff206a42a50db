import type { Builtin } from '../builtins'
import { setAria } from './aria'
import { playField } from './field'
import { hover } from './hover'

/** Tells the page of an event of this component. */
export type Say = (type: string, detail: object) => void

/** A component that stands in the document: it is told each attribute that changes. */
export type Played = (name: string, value: unknown) => void

/** Where a picture is found that a page names. */
export type PictureAt = (src: string) => string

/** Plays one of WeChat's own components in an element of the document. */
export function play(tag: Builtin, element: HTMLElement, say: Say, pictureAt: PictureAt): Played {
  const own = players[tag]?.(element, say, pictureAt)
  return (name, value) => {
    const said = name === 'ariaRole' && tag === 'button' ? value || 'button' : value
    if (tag !== 'input' && tag !== 'textarea' && setAria(element, name, said)) return
    own?.(name, value)
  }
}

type Player = (element: HTMLElement, say: Say, pictureAt: PictureAt) => Played

const pressed: Player = element => {
  const wear = hover(element)
  return (name, value) => {
    if (name === 'hoverClass') wear(value)
  }
}

const players: Record<Builtin, Player | undefined> = {
  text: undefined,
  form: undefined,
  view: pressed,
  button(element, say, pictureAt) {
    element.setAttribute('role', 'button')
    const look = pressed(element, say, pictureAt)
    return (name, value) => {
      if (name === 'disabled') element.toggleAttribute('disabled', value === true || value === '')
      if (name === 'openType') element.setAttribute('open-type', String(value ?? ''))
      if (name === 'formType') element.setAttribute('form-type', String(value ?? ''))
      look(name, value)
    }
  },
  input: (element, say) => playField('input', element, say),
  textarea: (element, say) => playField('textarea', element, say),
  image(element, say, pictureAt) {
    const picture = document.createElement('img')
    picture.className = 'wx-inner'
    picture.alt = ''
    picture.addEventListener('load', () => say('load', { width: picture.naturalWidth, height: picture.naturalHeight }))
    picture.addEventListener('error', () => say('error', { errMsg: `image:fail ${picture.src}` }))
    element.append(picture)
    return (name, value) => {
      if (name === 'mode') element.setAttribute('mode', String(value ?? ''))
      if (name === 'src' && typeof value === 'string' && value !== '') picture.src = pictureAt(value)
    }
  },
  'scroll-view': element => (name, value) => {
    if (name === 'scrollY') element.toggleAttribute('scroll-y', value === true || value === '')
    if (name === 'scrollIntoView' && value) element.querySelector(`#${CSS.escape(String(value))}`)?.scrollIntoView()
  },
}
