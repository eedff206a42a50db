/** A name nobody else makes: the moment and chance. WeChat has no `crypto`; ids that must not be guessed are made in the cloud. */
export function newName(): string {
  const chance = () => Math.random().toString(36).slice(2, 10)
  return `${Date.now().toString(36)}-${chance()}${chance()}`
}
