import { study } from '../../domain/study'
import { dayMs, dayOf, minuteMs, momentOf } from '../../domain/time'
import type { Calendar } from './calendar'
import { lessons, type Lesson } from './lessons'
import { home, places } from './names'
import type { Play } from './play'
import { diceOf } from './random'
import { riders } from './roster'
import { deskIn, groupsOf } from './town'

/** 指尖课堂: twenty lessons over the year in 金星, some elsewhere, and who read them how far. */
export function writeLessons(readers: readonly string[], today: number, calendar: Calendar): void {
  const dice = diceOf('posts')
  const day = dayOf(today)
  const desk = deskIn(home.id)
  const authors = [desk.secretary.openid, desk.branch?.openid ?? desk.assistant.openid, desk.assistant.openid]
  const past = lessons.slice(0, 19)
  const [forwarded, later, draft, second, withdrawn] = lessons.slice(19)

  past.forEach((lesson, i) => {
    const at = momentOf(dayOf(today - (325 - i * 17) * dayMs), i % 2 ? '07:30' : '14:30')
    const shelf = shelve(lesson, authors[i % authors.length] ?? desk.secretary.openid, `post:${i + 1}`, calendar)
    shelf.write(at - 40 * minuteMs)
    if (i % 3 === 0) shelf.send(at)
    else shelf.schedule(at - 35 * minuteMs, at)
    shelf.share(at + 4 * minuteMs)
    dice
      .some(readers, 4 + (i % 5) * 3)
      .forEach((openid, n) => shelf.read(at + (12 + n * 23) * minuteMs, openid, dice.between(0, 3), dice.chance(0.7)))
  })

  if (forwarded && later && draft && second && withdrawn) {
    const early = shelve(forwarded, desk.assistant.openid, 'post:today', calendar)
    early.write(momentOf(day, '07:00') - dayMs)
    early.schedule(momentOf(day, '07:05') - dayMs, momentOf(day, '07:30'))
    dice
      .some(readers, 6)
      .forEach((openid, n) => early.read(momentOf(day, '07:50') + n * 14 * minuteMs, openid, n % 3, n % 2 === 0))
    const evening = shelve(later, desk.secretary.openid, 'post:later', calendar)
    evening.write(momentOf(day, '08:20'))
    evening.schedule(momentOf(day, '08:24'), momentOf(day, '16:30'))
    shelve(draft, desk.assistant.openid, 'post:draft', calendar).write(momentOf(day, '16:40') - 2 * dayMs)
    shelve(second, authors[1] ?? desk.assistant.openid, 'post:draft-2', calendar).write(momentOf(day, '09:12'))
    const taken = shelve(withdrawn, desk.assistant.openid, 'post:withdrawn', calendar)
    taken.write(momentOf(day, '09:00') - 40 * dayMs)
    taken.send(momentOf(day, '09:10') - 40 * dayMs)
    taken.withdraw(momentOf(day, '09:50') - 40 * dayMs)
  }

  places.forEach((place, i) => {
    if (place === home) return
    const lesson = lessons[(i * 5) % 19]
    if (!lesson) return
    const at = momentOf(dayOf(today - (4 + i * 3) * dayMs), '14:30')
    const shelf = shelve(lesson, deskIn(place.id).secretary.openid, `post:${place.id}`, calendar, place)
    shelf.write(at)
    shelf.send(at + 6 * minuteMs)
    shelf.share(at + 9 * minuteMs)
    riders
      .filter(rider => rider.communityId === place.id)
      .forEach((rider, n) => shelf.read(at + (30 + n * 11) * minuteMs, rider.openid, 1, n === 0))
  })
}

/** One lesson's way through the desk and to its readers. */
function shelve(lesson: Lesson, author: string, key: string, calendar: Calendar, place = home) {
  const [residents, forRiders] = groupsOf(place)
  const groupId = (lesson.forRiders ? forRiders : residents)?.id ?? ''
  const last = lesson.cards.length - 1
  let id = ''
  const then = (at: number, act: (play: Play) => Promise<unknown>): void => calendar.on(at, act)
  return {
    write: (at: number) =>
      then(at, async play => {
        id = (
          await play.perform(
            author,
            study.write,
            { communityId: place.id, groupId, title: lesson.title, cards: lesson.cards },
            `${key}:write`,
          )
        ).id
      }),
    send: (at: number) => then(at, play => play.perform(author, study.send, { id }, `${key}:send`)),
    schedule(at: number, publishAt: number) {
      then(at, play => play.perform(author, study.schedule, { id, at: publishAt }, `${key}:schedule`))
      calendar.ring(publishAt)
    },
    share: (at: number) => then(at, play => play.perform(author, study.shared, { id }, `${key}:shared`)),
    withdraw: (at: number) => then(at, play => play.perform(author, study.withdraw, { id }, `${key}:withdraw`)),
    read(at: number, openid: string, card: number, finished: boolean) {
      const reached = finished ? last : Math.min(card, last)
      then(at, play =>
        play.perform(openid, study.keep, { id, card: reached, ...(finished && { finished }) }, `${key}:${openid}`),
      )
    },
  }
}
