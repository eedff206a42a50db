import { fill, h } from './dom'
import type { Phone } from './phone'
import { choice } from './sheet'
import type { Person } from './wire'

const mostShown = 40

/** 换人: anybody of the town; those whose phone this usually is come first. Typing narrows. */
export function choosePerson(phone: Phone, people: Person[], chosen: (person: Person) => void): void {
  const usual = people.filter(person => person.phone === phone.hand)
  const rest = people.filter(person => person.phone !== phone.hand)
  const list = h('div', { class: 'people' })

  const line = (person: Person) =>
    choice(
      person.name,
      person.role,
      () => {
        phone.sheets.done()
        chosen(person)
      },
      person.openid === phone.person().openid ? 'here' : '',
    )

  function show(words: string): void {
    const fits = [...usual, ...rest].filter(person => `${person.name} ${person.role}`.includes(words.trim()))
    const more = fits.length - mostShown
    fill(
      list,
      ...fits.slice(0, mostShown).map(line),
      more > 0 && h('p', { class: 'said' }, `还有 ${more} 位，写名字找`),
    )
  }

  const find = h('input', { type: 'search', placeholder: '写名字找', 'aria-label': '找人' })
  find.addEventListener('input', () => show(find.value))
  show('')
  phone.sheets.lay('这台手机给谁用', [find, list], undefined, 'tall')
}
