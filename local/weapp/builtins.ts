/** WeChat's own components that are played here; a template that says another is refused by name. */
export const builtins = ['view', 'text', 'image', 'button', 'input', 'textarea', 'form', 'scroll-view'] as const

/** One of them. */
export type Builtin = (typeof builtins)[number]

const known = new Set<string>(builtins)

/** True for the tag of a component that is played here. */
export const isBuiltin = (tag: string): tag is Builtin => known.has(tag)
