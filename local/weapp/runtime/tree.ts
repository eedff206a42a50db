/** What a page is made of. WeChat's audit warns of 1,000 nodes, a depth of 30, 60 children. Source: facts/wechat-platform 9.2. */
export interface Tree {
  nodes: number
  depth: number
  /** The most of any one node. */
  children: number
}

/** Counts a page as it stands. */
export function treeOf(element: Element): Tree {
  const below = [...element.children].map(treeOf)
  return {
    nodes: below.reduce((sum, { nodes }) => sum + nodes, 1),
    depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)),
    children: Math.max(below.length, ...below.map(({ children }) => children)),
  }
}
