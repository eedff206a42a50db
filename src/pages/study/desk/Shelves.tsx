import { View } from '@tarojs/components'
import type { Post } from '@domain/study'
import { Section } from '@/components/Section'
import { PostCard } from '../PostCard'
import { shelves, standingOf } from '../shelf'

/** Lessons by how they stand; a shelf with nothing on it is not drawn. */
export function Shelves({ posts }: { posts: readonly Post[] }) {
  const filled = shelves
    .map(shelf => ({ shelf, held: posts.filter(post => standingOf(post).shelf === shelf) }))
    .filter(({ held }) => held.length > 0)
  return (
    <>
      {filled.map(({ shelf, held }) => (
        <Section key={shelf} title={shelf} aside={`${held.length} 课`}>
          <View className="lessons">
            {held.map(post => (
              <PostCard key={post.id} post={post} />
            ))}
          </View>
        </Section>
      ))}
    </>
  )
}
