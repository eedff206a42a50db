import type { Post } from '@domain/study'
import { clockOf, dayWord } from '@domain/time'
import type { Card } from '@/components/ListCard'

/** 今天 10:30. */
export const momentWords = (at: number, now: number): string => `${dayWord(at, now)} ${clockOf(at)}`

/** 3 页 · 三分钟: all lessons are three minutes, and nobody measures them. */
export const lengthWords = ({ cardCount, cards }: Post): string => `${cardCount ?? cards?.length ?? 1} 页 · 三分钟`

/** A lesson in the feed. */
export function lessonCard(post: Post, now: number): Card {
  return {
    id: post.id,
    icon: 'book-open',
    title: post.title ?? '一课',
    place: post.groupName,
    lines: [lengthWords(post)],
    standing: post.publishedAt ? `${momentWords(post.publishedAt, now)} 发来` : '可以看了',
    tone: 'going',
  }
}
