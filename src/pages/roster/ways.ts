import type { Path } from '@/client'

const way = (page: string, id?: string): Path =>
  `/pages/roster/${page}/index${id ? `?id=${encodeURIComponent(id)}` : ''}`

/** The pages of the roster that lead to each other; those that others lead to are in `paths`. */
export const ways = {
  one: (id: string) => way('one', id),
  firms: () => way('firms'),
  firm: (id: string) => way('firm', id),
  /** 导入名单. */
  bring: () => way('bring'),
  preview: (id: string) => way('preview', id),
  reconcile: () => way('reconcile'),
  differences: (id: string) => way('differences', id),
} as const
