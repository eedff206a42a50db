import { LessonCard, type NewPost } from '@domain/study'
import { text } from '@domain/operation'

/** What the editor has typed so far; kept on the phone until it is saved as a draft. */
export interface Lesson {
  groupId?: string
  title: string
  cards: NewPost['cards']
}

/** Eight cards are three minutes; more is another lesson. */
export const mostCards = 8

export const emptyCard: NewPost['cards'][number] = { heading: '', body: '' }
export const emptyLesson: Lesson = { title: '', cards: [emptyCard] }

/** Puts a card one place earlier; the first stays where it is. */
export function earlier(cards: Lesson['cards'], index: number): Lesson['cards'] {
  const [before, card] = [cards[index - 1], cards[index]]
  if (!before || !card) return cards
  return cards.map((one, at) => (at === index - 1 ? card : at === index ? before : one))
}

/** What is still missing, as a sentence; nothing when the lesson can be saved. It is read from the schema that the cloud asks. */
export function missing({ groupId, title, cards }: Lesson): string | undefined {
  if (!groupId) return '请选发到哪个群'
  if (!text(40).safeParse(title).success) return '请写标题，最多 40 个字'
  const wrong = cards.findIndex(card => !LessonCard.safeParse(card).success)
  return wrong < 0 ? undefined : `第 ${wrong + 1} 页的标题和内容都要写`
}
