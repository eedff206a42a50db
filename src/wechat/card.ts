import type { Card } from './face'

let card: Card | undefined

/** The card that 转发 sends from now on. */
export function offerShare(next: Card | undefined): void {
  card = next
}

export const offered = (): Card | undefined => card
