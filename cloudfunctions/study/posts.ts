import type { PostRecord } from '@domain/study'
import { records } from '../kernel/records'

export const posts = records<Omit<PostRecord, 'id' | 'rev' | 'state'>>('posts')

interface ProgressRecord {
  postId: string
  personId: string
  card: number
  /** Epoch ms; 0 while it is not finished, so that an index can count. */
  finishedAt: number
}

export const progress = records<ProgressRecord>('progress', { lasting: true })
