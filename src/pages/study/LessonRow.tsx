import type { Post } from '@domain/study'
import { go, paths, useNow } from '@/client'
import { ListCard } from '@/components/ListCard'
import { lessonCard } from './words'

/** A lesson as a card that opens it. */
export function LessonRow({ post }: { post: Post }) {
  return <ListCard card={lessonCard(post, useNow())} onOpen={id => void go(paths.studyRead({ id }))} />
}
